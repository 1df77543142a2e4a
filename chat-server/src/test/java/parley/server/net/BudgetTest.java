package parley.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class BudgetTest {
    private static final Map<String, Long> WAITING =
            Map.of("yoda", 10L, "luke", 500L, "leia", 300L, "han", 40L);

    private static List<String> tooMany(long most) {
        return new Budget(most).tooMany(WAITING.keySet(), WAITING::get);
    }

    @Test
    void nobodyGoesWhereAllFits() {
        assertThat(tooMany(850)).isEmpty();
    }

    @Test
    void theFattestGoesFirst() {
        assertThat(tooMany(849)).containsExactly("luke");
        assertThat(tooMany(350)).containsExactly("luke");
        assertThat(tooMany(349)).containsExactly("luke", "leia");
    }

    @Test
    void whoHasNothingWaitingStays() {
        assertThat(
                        new Budget(0)
                                .tooMany(
                                        List.of("yoda", "luke"),
                                        Map.of("yoda", 0L, "luke", 7L)::get))
                .containsExactly("luke");
    }
}
