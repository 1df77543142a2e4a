package parley.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import parley.protocol.UserName;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Any file: accounts as its lines say, or a sentence that names the line to mend.
class CredentialsFileFuzz {
    private static final Path FILE = Path.of("people.txt");
    private static final Pattern NO_ACCOUNT = Pattern.compile(".+ has no account: .+");
    private static final Pattern BAD_LINE =
            Pattern.compile("The credentials file people\\.txt, line (\\d+): [ -~]+; mend it\\.");

    @FuzzTest(maxDuration = "60s")
    void anyFileHasAccountsOrASentenceThatNamesTheLine(byte[] file) {
        List<String> lines = List.of(new String(file, StandardCharsets.UTF_8).split("\n", -1));
        try {
            Credentials credentials = CredentialsFile.parse(FILE, file);
            assertThat(credentials.names()).isNotEmpty();
            credentials.names().forEach(name -> checkAccount(name, credentials, lines));
        } catch (BadCredentials bad) {
            checkSentence(String.valueOf(bad.getMessage()), lines.size());
        }
    }

    private static void checkAccount(UserName name, Credentials credentials, List<String> lines) {
        assertThat(credentials.find(name.toString())).contains(name);
        assertThat(UserName.parse(name.key())).contains(name);
        String password = credentials.account(name).orElseThrow().password();
        assertThat(lines)
                .anyMatch(line -> {
                    String said = line.replaceFirst("^\ufeff", "").replaceFirst("\r$", "");
                    return said.equals(name + " " + password)
                            || said.equals(name + "\t" + password);
                });
    }

    private static void checkSentence(String sentence, int lines) {
        Matcher line = BAD_LINE.matcher(sentence);
        if (line.matches()) {
            assertThat(Integer.parseInt(line.group(1))).isBetween(1, lines);
        } else {
            assertThat(sentence).matches(NO_ACCOUNT);
        }
    }
}
