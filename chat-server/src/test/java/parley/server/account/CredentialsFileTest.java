package parley.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import parley.protocol.UserName;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

class CredentialsFileTest {
    private static final Path FILE = Path.of("people.txt");

    private static Credentials parse(String text) throws BadCredentials {
        return CredentialsFile.parse(FILE, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String passwordOf(String name, Credentials credentials) {
        return credentials.account(UserName.of(name)).orElseThrow().password();
    }

    @Test
    void aLineIsANameAndAPassword() throws BadCredentials {
        Credentials credentials = parse("yoda do-or-do-not\nluke red-five\n");

        assertThat(credentials.names()).containsExactly(UserName.of("luke"), UserName.of("yoda"));
        assertThat(passwordOf("yoda", credentials)).isEqualTo("do-or-do-not");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "yoda two words|two words",
                "yoda  leading|' leading'",
                "yoda trailing |'trailing '",
                "yoda\ttab|tab",
                "yoda \ttab|'\ttab'",
                "yoda #hash|#hash",
                "yoda   |'  '",
                "yoda päss|päss",
            })
    void allBehindTheFirstBlankIsThePassword(String line, String password) throws BadCredentials {
        assertThat(passwordOf("yoda", parse(line))).isEqualTo(password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ufeffyoda jedi\n",
                "yoda jedi\r\n",
                "yoda jedi\r",
                "yoda jedi",
                "\ufeff# note\r\n\r\n  \t\r\nyoda jedi\r\n",
                "#\n#yoda sith\n\nyoda jedi\n\n",
            })
    void marksLineEndsAndSkippedLinesDoNotMatter(String text) throws BadCredentials {
        Credentials credentials = parse(text);

        assertThat(credentials.names()).containsExactly(UserName.of("yoda"));
        assertThat(passwordOf("yoda", credentials)).isEqualTo("jedi");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "yoda|no password",
                "yoda |no password",
                " yoda jedi|begin with a blank",
                "\tyoda jedi|begin with a blank",
                " # note|begin with a blank",
                "* jedi|breaks the rules",
                "yo\u0001da jedi|breaks the rules",
                "\ud83d\ude00 jedi|breaks the rules",
                "abcdefghijklmnopqrstuvwxyz1234567 jedi|breaks the rules",
                "LUKE jedi|stands in line 1 already",
                "\uff2c\uff55\uff4b\uff45 jedi|stands in line 1 already",
                "yoda {argon2id}nonsense|hash is damaged",
            })
    void aBadLineIsNamedAndNotQuoted(String line, String why) {
        assertThatThrownBy(() -> parse("luke red-five\n\n" + line + "\nleia alderaan\n"))
                .isInstanceOf(BadCredentials.class)
                .hasMessageContainingAll("people.txt", "line 3", why)
                .message()
                .doesNotContain("jedi");
    }

    @Test
    void malformedUtf8IsABadLine() {
        byte[] bytes = "luke red-five\nyoda j\u00ffdi".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> CredentialsFile.parse(FILE, bytes))
                .hasMessageContainingAll("people.txt", "line 2", "UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \n", "# nobody\n"})
    void aFileWithoutAccountsIsBad(String text) {
        assertThatThrownBy(() -> parse(text)).hasMessageContainingAll("people.txt", "no account");
    }

    @Test
    void aMissingFileIsBad(@TempDir Path folder) {
        assertThatThrownBy(() -> CredentialsFile.read(folder.resolve("none.txt")))
                .isInstanceOf(BadCredentials.class)
                .hasMessageContainingAll("none.txt", "not there");
    }

    @Test
    void aNameIsFoundHoweverItIsSpelledAndShownAsTheFileSpellsIt() throws BadCredentials {
        Credentials credentials = parse("Yoda jedi");

        for (String spelled : new String[] {"Yoda", "yoda", "YODA", "\uff39\uff4f\uff44\uff41"}) {
            assertThat(credentials.find(spelled)).get().hasToString("Yoda");
            assertThat(credentials.find(spelled)).get().hasToString("Yoda");
        }
        assertThat(credentials.find("nobody")).isEmpty();
        assertThat(credentials.find("no body")).isEmpty();
        assertThat(credentials.find("")).isEmpty();
    }
}
