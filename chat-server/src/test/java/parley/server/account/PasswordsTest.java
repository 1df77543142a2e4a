package parley.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.SecureRandom;
import java.util.Optional;

class PasswordsTest {
    /// From the reference implementation's own tests: "password", "somesalt", 64 MiB, 2 passes.
    private static final String KNOWN =
            "{argon2id}$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                    + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void passwordsAreComparedAsOpaqueStrings() {
        assertThat(Passwords.matches("päss", "pa\u0308ss")).isTrue();
        assertThat(Passwords.matches("two words", "two\u00a0words")).isTrue();
        assertThat(Passwords.matches("Jedi", "jedi")).isFalse();
        assertThat(Passwords.matches("jedi", "jedi ")).isFalse();
        assertThat(Passwords.matches("jedi", "")).isFalse();
    }

    @Test
    void whatTheProfileRefusesStandsForItself() {
        assertThat(Passwords.matches("\tjedi", "\tjedi")).isTrue();
        assertThat(Passwords.matches("\tjedi", "jedi")).isFalse();
    }

    @Test
    void aHashOfTheReferenceImplementationIsVerified() {
        PasswordHash hash = PasswordHash.parse(KNOWN).orElseThrow();

        assertThat(hash.verifies("password")).isTrue();
        assertThat(hash.verifies("Password")).isFalse();
        assertThat(hash).hasToString(KNOWN);
    }

    @Test
    void aHashOfOursIsReadAgain() {
        String written = PasswordHash.of("jedi", new SecureRandom()).toString();

        Optional<PasswordHash> read = PasswordHash.parse(written);

        assertThat(written).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(read.orElseThrow().verifies("jedi")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{argon2id}",
                "{argon2id}$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1a",
                "{argon2id}$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1a",
                "{argon2id}$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1a",
                "{argon2id}$argon2id$v=19$m=65536,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1a",
                "{argon2id}$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ",
                "{argon2id}$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1ax",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1a",
            })
    void whatIsNoSuchHashIsNotTaken(String text) {
        assertThat(PasswordHash.parse(text)).isEmpty();
    }
}
