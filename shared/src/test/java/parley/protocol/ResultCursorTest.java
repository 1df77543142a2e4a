package parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultCursorTest {
    @ParameterizedTest
    @ValueSource(strings = {"*", "luke", "Größe", "梅"})
    void whatWasWrittenIsReadAsTheSame(String name) {
        ResultCursor cursor = new ResultCursor(Chat.parse(name).orElseThrow(), Long.MAX_VALUE);

        assertThat(ResultCursor.parse(cursor.toString())).contains(cursor);
    }

    @Test
    void whoChangesACharacterIsNoticed() {
        String written = new ResultCursor(Chat.with(UserName.of("luke")), 7).toString();

        for (int i = 0; i < written.length(); i++) {
            char other = written.charAt(i) == 'A' ? 'B' : 'A';
            String changed = written.substring(0, i) + other + written.substring(i + 1);

            assertThat(ResultCursor.parse(changed)).as(changed).isEmpty();
            assertThat(ResultCursor.parse(written.substring(0, i))).isEmpty();
        }
        assertThat(ResultCursor.parse(written + "=")).isEmpty();
        assertThat(ResultCursor.parse(written + "A")).isEmpty();
        assertThat(ResultCursor.parse("")).isEmpty();
        assertThat(ResultCursor.parse("?")).isEmpty();
    }
}
