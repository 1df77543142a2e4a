package parley.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class IdentityTest {
    @TempDir private Path folder;

    @Test
    void isTheSameTheNextTimeAndForItsOwnerAlone() throws IOException {
        Fingerprint first = Identity.ofDesktop(folder).fingerprint();

        assertThat(Identity.ofDesktop(folder).fingerprint()).isEqualTo(first);
        assertThat(Files.getPosixFilePermissions(folder.resolve("identity.pem")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder).isDirectoryNotContaining("glob:**.new*");
    }

    @Test
    void aBrokenFileIsNeverReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("identity.pem"), "no key at all");

        assertThatThrownBy(() -> Identity.ofDesktop(folder))
                .isInstanceOf(IdentityException.class)
                .hasMessageContaining("restore it from a backup");
        assertThat(file).hasContent("no key at all");
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws IOException {
        Identity.ofServer(Files.createDirectory(folder.resolve("a")));
        Identity.ofServer(Files.createDirectory(folder.resolve("b")));

        assertThatThrownBy(() ->
                        Identity.fromFiles(
                                folder.resolve("a/identity.pem"), folder.resolve("b/identity.pem")))
                .isInstanceOf(IdentityException.class)
                .hasMessageContaining("is not the one of");
    }

    @Test
    void itsFingerprintIsComparedInGroupsOfFour() throws IOException {
        Fingerprint fingerprint = Identity.ofServer(folder).fingerprint();

        assertThat(fingerprint.wire()).hasSize(43).doesNotContain("=", "+", "/");
        assertThat(fingerprint.forPeople()).matches("[0-9A-F]{4}( [0-9A-F]{4}){15}");
    }
}
