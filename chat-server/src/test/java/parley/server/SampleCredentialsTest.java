package parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

class SampleCredentialsTest {
    @TempDir private Path folder;

    private boolean areIn(String text) throws Exception {
        return SampleCredentials.areIn(Files.writeString(folder.resolve("people.txt"), text));
    }

    @Test
    void theSampleIsKnownWhereItIsSeen() throws Exception {
        try (InputStream sample =
                SampleCredentialsTest.class.getResourceAsStream("sample-credentials.txt")) {
            Path copy = folder.resolve("credentials.txt");
            Files.copy(sample, copy);

            assertThat(SampleCredentials.areIn(copy)).isTrue();
        }
    }

    @Test
    void onePasswordOfItIsEnough() throws Exception {
        assertThat(areIn("ada lovelace-1815\r\nyoda do-or-do-not\r\n")).isTrue();
    }

    @Test
    void sameNamesWithOtherPasswordsAreNotTheSample() throws Exception {
        assertThat(areIn("# yoda do-or-do-not\nyoda another\n")).isFalse();
    }
}
