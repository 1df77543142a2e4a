package parley.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What two people compare to know that nobody is between their computers: 60 digits, the same on
/// both only where each has the other's true key. The construction is Signal's numeric fingerprint
/// (version 0): half of the digits for each side, from 5,200 rounds of SHA-512 over its key and its
/// stable name, the smaller half first. A value.
///
/// @param digits 60 of them
public record SafetyNumber(String digits) {
    private static final byte[] VERSION = {0, 0};
    private static final int ROUNDS = 5_200;
    private static final int GROUPS_OF_ONE = 6;
    private static final int GROUP_BYTES = 5;
    private static final int GROUP_DIGITS = 5;
    private static final long GROUP_VALUES = 100_000;

    /// One side of it.
    ///
    /// @param name steady and told apart from all others', compared as its UTF-8 bytes
    /// @param key the key, or what stands for it
    record Side(String name, byte[] key) {
        private String half() {
            byte[] hash = start();
            MessageDigest sha = sha512();
            for (int round = 0; round < ROUNDS; round++) {
                sha.update(hash);
                hash = sha.digest(key);
            }
            byte[] last = hash;
            StringBuilder half = new StringBuilder();
            IntStream.range(0, GROUPS_OF_ONE)
                    .mapToLong(group -> number(last, group * GROUP_BYTES))
                    .forEach(number ->
                            half.append(String.format(Locale.ROOT, "%05d", number % GROUP_VALUES)));
            return half.toString();
        }

        private byte[] start() {
            byte[] named = name.getBytes(StandardCharsets.UTF_8);
            byte[] all = new byte[VERSION.length + key.length + named.length];
            System.arraycopy(VERSION, 0, all, 0, VERSION.length);
            System.arraycopy(key, 0, all, VERSION.length, key.length);
            System.arraycopy(named, 0, all, VERSION.length + key.length, named.length);
            return all;
        }

        private static long number(byte[] hash, int from) {
            long number = 0;
            for (int i = from; i < from + GROUP_BYTES; i++) {
                number = number << Byte.SIZE | Byte.toUnsignedInt(hash[i]);
            }
            return number;
        }
    }

    /// One of the two people: their name in PRECIS form at the server with this key, and the key of
    /// their computer.
    public record Person(String name, Fingerprint server, Fingerprint key) {
        private Side side() {
            return new Side(name + "@" + server.wire(), key.bytes());
        }
    }

    /// The number of these two, in whichever order. Takes some milliseconds.
    public static SafetyNumber of(Person one, Person other) {
        return of(one.side(), other.side());
    }

    static SafetyNumber of(Side one, Side other) {
        List<String> halves = Stream.of(one.half(), other.half()).sorted().toList();
        return new SafetyNumber(String.join("", halves));
    }

    /// The twelve groups of five digits that people read to each other.
    public List<String> groups() {
        return IntStream.range(0, digits.length() / GROUP_DIGITS)
                .mapToObj(
                        group -> digits.substring(group * GROUP_DIGITS, (group + 1) * GROUP_DIGITS))
                .toList();
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-512", impossible);
        }
    }
}
