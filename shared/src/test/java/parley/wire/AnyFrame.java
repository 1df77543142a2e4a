package parley.wire;

import parley.protocol.Chat;
import parley.protocol.Limits;
import parley.protocol.PeerAddress;
import parley.protocol.ResultCursor;
import parley.protocol.Status;
import parley.protocol.UserName;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Any value that a frame may have, made from the components of its record: of a sealed type any of
/// its records, of a list any length that a line has room for. Serves one thread.
final class AnyFrame {
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private final RandomGenerator random;
    private final AnyText texts;
    private final Set<Class<?>> made = new HashSet<>();

    AnyFrame(RandomGenerator random) {
        this.random = random;
        this.texts = new AnyText(random);
    }

    /// All records that this sealed type is made of, those of its own sealed parts too.
    static List<Class<?>> recordsOf(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .<Class<?>>mapMulti((part, each) -> recordsOf(part).forEach(each))
                        .toList()
                : List.of(type);
    }

    /// The records that were made so far.
    Set<Class<?>> made() {
        return Set.copyOf(made);
    }

    /// An id, or none.
    String tag() {
        return random.nextBoolean() ? "" : texts.of(1, Limits.ID_CHARACTERS);
    }

    /// Any value of this record, or of any record of this sealed type.
    <T> T of(Class<T> type) {
        List<Class<?>> records = recordsOf(type);
        return type.cast(make(records.get(random.nextInt(records.size()))));
    }

    private Object make(Class<?> type) {
        made.add(type);
        RecordComponent[] components = type.getRecordComponents();
        try {
            var constructor =
                    type.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(
                    Arrays.stream(components).map(this::component).toArray());
        } catch (ReflectiveOperationException noRecord) {
            throw new AssertionError("no value of " + type, noRecord);
        }
    }

    private Object component(RecordComponent part) {
        return switch (part.getDeclaringRecord().getSimpleName() + "." + part.getName()) {
            case "SetStatus.status", "There.status" ->
                    oneOf(Status.ONLINE, Status.AWAY, Status.BUSY);
            case "Sent.chat" -> Chat.with(texts.name());
            case "Search.before" -> cursor();
            case "History.limit", "Search.limit" -> random.nextInt(1, 201);
            case "Private.addresses", "PrivateAccept.addresses" ->
                    list(0, Limits.ADDRESSES, this::address);
            case "Login.protocol" -> random.nextLong(-Limits.INTEGER, Limits.INTEGER + 1);
            case "Private.key", "PrivateAccept.key", "PrivateRequest.key", "PrivateReady.key" ->
                    texts.sha256();
            default -> any(part.getGenericType());
        };
    }

    private Object any(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return list(0, 8, () -> any(list.getActualTypeArguments()[0]));
        }
        if (type instanceof ParameterizedType maybe && maybe.getRawType() == Optional.class) {
            return random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(any(maybe.getActualTypeArguments()[0]));
        }
        return any((Class<?>) type);
    }

    private Object any(Class<?> type) {
        if (type == String.class) {
            return texts.of(0, 60);
        } else if (type == long.class) {
            return number();
        } else if (type == int.class) {
            return random.nextInt(1, Integer.MAX_VALUE);
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == PeerAddress.class) {
            return address();
        } else if (type == UserName.class) {
            return texts.name();
        } else if (type == Chat.class) {
            return chat();
        } else if (type == Instant.class) {
            return time();
        } else if (type.isEnum()) {
            return oneOf(type.getEnumConstants());
        } else if (type.isRecord() || type.isSealed()) {
            return of(type);
        }
        throw new AssertionError("say here how any value of " + type + " is made");
    }

    /// 1 or more: 0 is told apart from nothing in some frames alone.
    private long number() {
        return random.nextInt(4) == 0
                ? Limits.INTEGER - random.nextInt(3)
                : random.nextLong(1, 1000);
    }

    private Chat chat() {
        return random.nextInt(4) == 0 ? Chat.EVERYONE : Chat.with(texts.name());
    }

    private String cursor() {
        return random.nextBoolean() ? "" : new ResultCursor(chat(), number()).toString();
    }

    private Instant time() {
        long from = FIRST.toEpochMilli();
        return Instant.ofEpochMilli(random.nextLong(from, LAST.toEpochMilli() + 1));
    }

    private PeerAddress address() {
        int port = random.nextInt(Limits.LOWEST_PEER_PORT, 65_536);
        String host =
                random.nextBoolean()
                        ? "192.0.2." + random.nextInt(256)
                        : "[2001:db8::" + Integer.toHexString(random.nextInt(1, 0xffff)) + "]";
        return PeerAddress.parse(host + ":" + port).orElseThrow();
    }

    private List<?> list(int least, int most, Supplier<?> item) {
        List<Object> items = new ArrayList<>();
        int count = random.nextInt(least, most + 1);
        while (items.size() < count) {
            items.add(item.get());
        }
        return items;
    }

    @SafeVarargs
    private <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
