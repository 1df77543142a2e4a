package parley.protocol;

import rocks.xmpp.precis.PrecisProfiles;

import java.util.Optional;

/// The name of an account, as the credentials file spells it.
///
/// Two names are equal where their keys are: what PRECIS UsernameCaseMapped (RFC 8265) makes of
/// them, so that `Yoda` and `yoda` are one. Names are ordered by the code points of their keys. A
/// name has 1 to 32 characters (code points), none of them white space or a control character; it
/// is not `*` and does not begin with `#`. A value; any thread may use it.
public final class UserName implements Comparable<UserName> {
    private final String shown;
    private final String key;

    private UserName(String shown, String key) {
        this.shown = shown;
        this.key = key;
    }

    /// The name that is spelled so, or nothing where that spells no name.
    public static Optional<UserName> parse(String spelled) {
        if (!hasGoodLength(spelled) || spelled.equals("*") || spelled.startsWith("#")) {
            return Optional.empty();
        }
        try {
            String key = PrecisProfiles.USERNAME_CASE_MAPPED.enforce(spelled);
            return hasGoodLength(key) && !key.equals("*") && !key.startsWith("#")
                    ? Optional.of(new UserName(spelled, key))
                    : Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    /// The name that is spelled so, for a spelling known to be good.
    ///
    /// @throws IllegalArgumentException where it spells no name
    public static UserName of(String spelled) {
        return parse(spelled)
                .orElseThrow(() -> new IllegalArgumentException("no user name: " + spelled));
    }

    /// What names are compared, ordered and stored by.
    public String key() {
        return key;
    }

    /// Compares two keys by their code points, which is the order of every list on the wire.
    public static int compareKeys(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        for (int i = 0; i < shorter; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return Character.isSurrogate(a) == Character.isSurrogate(b)
                        ? Character.compare(a, b)
                        : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static boolean hasGoodLength(String name) {
        int characters = name.codePointCount(0, name.length());
        return characters >= 1 && characters <= Limits.NAME_CHARACTERS;
    }

    @Override
    public int compareTo(UserName other) {
        return compareKeys(key, other.key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserName name && name.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /// The name as it is shown and written on the wire.
    @Override
    public String toString() {
        return shown;
    }
}
