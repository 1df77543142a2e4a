package parley.wire;

import org.jspecify.annotations.Nullable;

import parley.protocol.Chat;
import parley.protocol.Limits;
import parley.protocol.PeerAddress;
import parley.protocol.UserName;
import parley.protocol.WireName;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The fields of one JSON object, asked for by name and type. A field that is missing or ill-typed
/// ends the reading with a [BadFrame] that names it; `null` is a field that is not there.
public final class Fields {
    private static final Pattern DIGITS = Pattern.compile("-?\\d{1,16}");
    private static final Pattern SHA_256 = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final Map<String, Object> values = new HashMap<>();

    /// A number as it was written.
    record Numeral(String digits) {}

    /// What stands for `null`, so that a key that stands twice is noticed even then.
    enum Absent {
        NULL
    }

    /// Adds a field; false where there is one of that name already.
    boolean put(String key, Object value) {
        return values.putIfAbsent(key, value) == null;
    }

    /// Ends the reading where a string, of whatever field, holds what no string may: NUL or a lone
    /// surrogate.
    void checkStrings() throws BadFrame {
        for (Map.Entry<String, Object> field : values.entrySet()) {
            checkString(field.getKey());
            checkStringsOf(field.getValue());
        }
    }

    private static void checkStringsOf(Object value) throws BadFrame {
        switch (value) {
            case String text -> checkString(text);
            case Fields nested -> nested.checkStrings();
            case List<?> items -> {
                for (Object item : items) {
                    checkStringsOf(item);
                }
            }
            default -> {}
        }
    }

    static void checkString(String text) throws BadFrame {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw BadFrame.because(
                        "A string must hold neither NUL nor half of a surrogate pair.");
            }
            if (Character.isSurrogate(c)) {
                boolean pair =
                        Character.isHighSurrogate(c)
                                && i + 1 < text.length()
                                && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw BadFrame.because(
                            "A string must hold neither NUL nor half of a surrogate pair.");
                }
                i++;
            }
        }
    }

    private @Nullable Object get(String name) {
        Object value = values.get(name);
        return value == Absent.NULL ? null : value;
    }

    /// Whether there is such a field.
    public boolean has(String name) {
        return get(name) != null;
    }

    /// A string that must be there.
    public String text(String name) throws BadFrame {
        return textIfAny(name).orElseThrow(() -> missing(name, "a string"));
    }

    /// A string, or the empty one.
    public String textOrEmpty(String name) throws BadFrame {
        return textIfAny(name).orElse("");
    }

    /// A string that may be there.
    public Optional<String> textIfAny(String name) throws BadFrame {
        Object value = get(name);
        return switch (value) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            default -> throw missing(name, "a string");
        };
    }

    /// Text between these lengths in characters (code points).
    public String text(String name, int least, int most) throws BadFrame {
        String text = text(name);
        int characters = text.codePointCount(0, text.length());
        if (characters < least || characters > most) {
            throw missing(name, "a string of " + least + " to " + most + " characters");
        }
        return text;
    }

    /// True or false, false where it is not there.
    public boolean flag(String name) throws BadFrame {
        Object value = get(name);
        return switch (value) {
            case null -> false;
            case Boolean flag -> flag;
            default -> throw missing(name, "true or false");
        };
    }

    /// A whole number between these bounds that must be there.
    public long integer(String name, long least, long most) throws BadFrame {
        if (get(name) instanceof Numeral(String digits) && DIGITS.matcher(digits).matches()) {
            long number = Long.parseLong(digits);
            if (Math.abs(number) <= Limits.INTEGER && number >= least && number <= most) {
                return number;
            }
        }
        throw missing(name, "a whole number from " + least + " to " + most);
    }

    /// A whole number between these bounds, or this one where it is not there.
    public long integer(String name, long least, long most, long otherwise) throws BadFrame {
        return has(name) ? integer(name, least, most) : otherwise;
    }

    /// One of these choices, by its name on the wire.
    @SafeVarargs
    public final <E extends Enum<E> & WireName> E choice(String name, E... choices)
            throws BadFrame {
        String wire = text(name);
        StringBuilder names = new StringBuilder("one of");
        for (E choice : choices) {
            if (choice.wire().equals(wire)) {
                return choice;
            }
            names.append(' ').append(choice.wire());
        }
        throw missing(name, names.toString());
    }

    /// A user's name.
    public UserName user(String name) throws BadFrame {
        return UserName.parse(text(name)).orElseThrow(() -> missing(name, "a user's name"));
    }

    /// A chat's name.
    public Chat chat(String name) throws BadFrame {
        return Chat.parse(text(name)).orElseThrow(() -> missing(name, "a chat's name"));
    }

    /// An RFC 3339 time, whose years have four digits, as finely as the wire has it: in
    /// milliseconds.
    public Instant time(String name) throws BadFrame {
        try {
            Instant time = Instant.parse(text(name)).truncatedTo(ChronoUnit.MILLIS);
            if (!time.isBefore(FIRST) && !time.isAfter(LAST)) {
                return time;
            }
        } catch (DateTimeException noTime) {
            throw missing(name, "a time");
        }
        throw missing(name, "a time from the years 0000 to 9999");
    }

    /// The base64url of a SHA-256, without padding.
    public String sha256(String name) throws BadFrame {
        String text = text(name);
        if (!SHA_256.matcher(text).matches()) {
            throw missing(name, "the base64url of a SHA-256");
        }
        return text;
    }

    /// Literal addresses, at least and at most so many.
    public List<PeerAddress> addresses(String name, int least, int most) throws BadFrame {
        List<PeerAddress> addresses = new ArrayList<>();
        for (Object item : items(name)) {
            if (!(item instanceof String written)) {
                throw missing(name, "a list of strings");
            }
            addresses.add(
                    PeerAddress.parse(written)
                            .orElseThrow(() ->
                                    missing(
                                            name,
                                            "a list of literal addresses, each with a port"
                                                    + " from "
                                                    + Limits.LOWEST_PEER_PORT)));
        }
        if (addresses.size() < least || addresses.size() > most) {
            throw missing(name, "a list of " + least + " to " + most + " addresses");
        }
        return addresses;
    }

    /// A list of names.
    public List<UserName> users(String name) throws BadFrame {
        List<UserName> users = new ArrayList<>();
        for (Object item : items(name)) {
            if (!(item instanceof String spelled)) {
                throw missing(name, "a list of users' names");
            }
            users.add(
                    UserName.parse(spelled)
                            .orElseThrow(() -> missing(name, "a list of users' names")));
        }
        return users;
    }

    /// A list of objects.
    public List<Fields> objects(String name) throws BadFrame {
        List<Fields> objects = new ArrayList<>();
        for (Object item : items(name)) {
            if (!(item instanceof Fields fields)) {
                throw missing(name, "a list of objects");
            }
            objects.add(fields);
        }
        return objects;
    }

    /// An object that must be there.
    public Fields object(String name) throws BadFrame {
        if (get(name) instanceof Fields fields) {
            return fields;
        }
        throw missing(name, "an object");
    }

    private List<?> items(String name) throws BadFrame {
        if (get(name) instanceof List<?> items) {
            return items;
        }
        throw missing(name, "a list");
    }

    private static BadFrame missing(String name, String what) {
        return BadFrame.because("\"" + name + "\" must be " + what + ".");
    }
}
