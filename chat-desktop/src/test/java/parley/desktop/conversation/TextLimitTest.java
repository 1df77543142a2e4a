package parley.desktop.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLimitTest {
    private final TextLimit limit = new TextLimit(30);

    @Test
    void whatFitsHasNoExcess() {
        assertThat(limit.excess("x".repeat(30))).isZero();
        assertThat(limit.excess("é".repeat(15))).isZero();
        assertThat(limit.excess("😀".repeat(7))).isZero();
    }

    @Test
    void theExcessIsInCharactersNotBytes() {
        assertThat(limit.excess("é".repeat(17))).isEqualTo(2);
        assertThat(limit.excess("😀".repeat(9))).isEqualTo(2);
    }

    @Test
    void aLargeExcessIsARoundNumber() {
        assertThat(limit.excess("x".repeat(30 + 123))).isEqualTo(130);
    }
}
