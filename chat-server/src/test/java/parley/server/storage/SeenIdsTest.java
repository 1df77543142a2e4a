package parley.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenIdsTest {
    private final SeenIds seen = new SeenIds(42);

    @Test
    void anIdIsFoundWhereItsMessageStands() {
        seen.add(seen.hash(1, "a"), 7);
        seen.add(seen.hash(2, "a"), 8);

        assertThat(seen.find(1, "a")).containsExactly(7L);
        assertThat(seen.find(2, "a")).containsExactly(8L);
        assertThat(seen.find(1, "b")).isEmpty();
    }

    @Test
    void manyIdsAreAllFound() {
        for (int i = 1; i <= 20_000; i++) {
            seen.add(seen.hash(i % 7, "id-" + i), i);
        }

        for (int i = 1; i <= 20_000; i++) {
            assertThat(seen.find(i % 7, "id-" + i)).containsExactly((long) i);
        }
    }

    @Test
    void whatIsTooOldIsForgottenAndItsRoomUsedAgain() {
        for (int i = 1; i <= 100_000; i++) {
            seen.add(seen.hash(1, "id-" + i), i);
            seen.forgetBefore(i - 100);
        }

        assertThat(seen.find(1, "id-50000")).isEmpty();
        assertThat(seen.find(1, "id-100000")).containsExactly(100_000L);
        assertThat(seen.slots()).isLessThanOrEqualTo(2_048);
    }
}
