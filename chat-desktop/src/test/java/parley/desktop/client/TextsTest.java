package parley.desktop.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void ordinaryTextStaysAsItIs() {
        String text = "Grüße, 世界 \uD83D\uDE80\tand\nso on";

        assertThat(Texts.clean(text)).isEqualTo(text);
    }

    @Test
    void halvesOfPairsAreMarkedAndNulIsLeftOut() {
        assertThat(Texts.clean("a\uD83Db\uDE80c\0d")).isEqualTo("a\uFFFDb\uFFFDcd");
    }
}
