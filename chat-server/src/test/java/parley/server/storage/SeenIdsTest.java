package parley.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenIdsTest {
    private final SeenIds seen = new SeenIds(42);

    @Test
    void anIdIsFoundWhereItsMessageStands() {
        seen.add(1, "a", 7);
        seen.add(2, "a", 8);

        assertThat(seen.find(1, "a", pos -> true)).isEqualTo(7);
        assertThat(seen.find(2, "a", pos -> true)).isEqualTo(8);
        assertThat(seen.find(1, "b", pos -> true)).isZero();
    }

    @Test
    void whoeverLooksAtTheMessageHasTheLastWord() {
        seen.add(1, "a", 7);

        assertThat(seen.find(1, "a", pos -> false)).isZero();
    }

    @Test
    void manyIdsAreAllFound() {
        for (int i = 1; i <= 20_000; i++) {
            seen.add(i % 7, "id-" + i, i);
        }

        for (int i = 1; i <= 20_000; i++) {
            assertThat(seen.find(i % 7, "id-" + i, pos -> true)).isEqualTo(i);
        }
    }

    @Test
    void whatIsTooOldIsForgottenAndItsRoomUsedAgain() {
        for (int i = 1; i <= 100_000; i++) {
            seen.add(1, "id-" + i, i);
            seen.forgetBefore(i - 100);
        }

        assertThat(seen.find(1, "id-50000", pos -> true)).isZero();
        assertThat(seen.find(1, "id-100000", pos -> true)).isEqualTo(100_000);
        assertThat(seen.slots()).isLessThanOrEqualTo(2_048);
    }
}
