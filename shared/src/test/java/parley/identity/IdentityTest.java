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
    void aFileThatBreaksIsBroughtBackFromItsCopy() throws IOException {
        Fingerprint first = Identity.ofDesktop(folder).fingerprint();
        Path file = Files.writeString(folder.resolve("identity.pem"), "half of a k");

        assertThat(Identity.ofDesktop(folder).fingerprint()).isEqualTo(first);
        assertThat(file).hasSameTextualContentAs(folder.resolve("identity.pem.copy"));
        assertThat(folder.resolve("identity.pem.broken")).hasContent("half of a k");
    }

    @Test
    void aFileThatIsGoneIsBroughtBackFromItsCopy() throws IOException {
        Fingerprint first = Identity.ofDesktop(folder).fingerprint();
        Files.delete(folder.resolve("identity.pem"));

        assertThat(Identity.ofDesktop(folder).fingerprint()).isEqualTo(first);
        assertThat(folder.resolve("identity.pem")).exists();
    }

    @Test
    void whereBothAreBrokenNothingNewIsMade() throws IOException {
        Identity.ofDesktop(folder);
        Files.writeString(folder.resolve("identity.pem"), "");
        Path copy = Files.writeString(folder.resolve("identity.pem.copy"), "");

        assertThatThrownBy(() -> Identity.ofDesktop(folder))
                .isInstanceOf(IdentityException.class)
                .hasMessageContaining("begin as somebody new");
        assertThat(copy).hasContent("");
    }

    @Test
    void aFileWithoutACopyGetsOneForItsOwnerAlone() throws IOException {
        Identity.ofDesktop(folder);
        Path copy = folder.resolve("identity.pem.copy");
        Files.delete(copy);

        Identity.ofDesktop(folder);

        assertThat(copy).hasSameTextualContentAs(folder.resolve("identity.pem"));
        assertThat(Files.getPosixFilePermissions(copy))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
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
