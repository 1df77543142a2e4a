package parley.server.account;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A password's Argon2id hash (RFC 9106), written as
/// `{argon2id}$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. Checking one costs some 50 ms of a core
/// and 19 MiB.
///
/// Memory may be 8 to 262,144 KiB, which a server of a few hundred MiB can spare, with 1 to 64
/// passes and 1 to 16 lanes. A value.
final class PasswordHash {
    private static final String PREFIX = "{argon2id}";
    private static final int MOST_MEMORY = 256 * 1024;
    private static final Pattern FORM =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})"
                            + "\\$([A-Za-z0-9+/]{11,128})\\$([A-Za-z0-9+/]{6,172})");

    private final int memory;
    private final int passes;
    private final int lanes;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int memory, int passes, int lanes, byte[] salt, byte[] hash) {
        this.memory = memory;
        this.passes = passes;
        this.lanes = lanes;
        this.salt = salt;
        this.hash = hash;
    }

    /// Whether this password text is meant to be a hash.
    static boolean isMeant(String text) {
        return text.startsWith(PREFIX);
    }

    /// The hash that is written so, or nothing where that is none.
    static Optional<PasswordHash> parse(String text) {
        Matcher parts = FORM.matcher(text.substring(isMeant(text) ? PREFIX.length() : 0));
        if (!isMeant(text) || !parts.matches()) {
            return Optional.empty();
        }
        int memory = Integer.parseInt(parts.group(1));
        int passes = Integer.parseInt(parts.group(2));
        int lanes = Integer.parseInt(parts.group(3));
        if (passes < 1 || passes > 64 || lanes < 1 || lanes > 16) {
            return Optional.empty();
        }
        if (memory < 8 * lanes || memory > MOST_MEMORY) {
            return Optional.empty();
        }
        return decode(parts.group(4))
                .flatMap(salt ->
                        decode(parts.group(5))
                                .map(h -> new PasswordHash(memory, passes, lanes, salt, h)));
    }

    /// A hash of this prepared password, at the cost that OWASP names: 19 MiB, 2 passes, 1 lane.
    static PasswordHash of(String prepared, SecureRandom random) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        PasswordHash empty = new PasswordHash(19 * 1024, 2, 1, salt, new byte[32]);
        return new PasswordHash(19 * 1024, 2, 1, salt, empty.compute(prepared));
    }

    /// Whether this prepared password has this hash.
    boolean verifies(String prepared) {
        return MessageDigest.isEqual(compute(prepared), hash);
    }

    private byte[] compute(String prepared) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(memory)
                        .withIterations(passes)
                        .withParallelism(lanes)
                        .withSalt(salt)
                        .build());
        byte[] computed = new byte[hash.length];
        argon2.generateBytes(prepared.getBytes(StandardCharsets.UTF_8), computed);
        return computed;
    }

    private static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /// As it stands in the credentials file.
    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return PREFIX
                + "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                        .formatted(
                                memory,
                                passes,
                                lanes,
                                base64.encodeToString(salt),
                                base64.encodeToString(hash));
    }
}
