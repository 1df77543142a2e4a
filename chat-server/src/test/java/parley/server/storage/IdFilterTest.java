package parley.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.stream.LongStream;

class IdFilterTest {
    private static final int FULL = IdFilter.RUNS * IdRun.LENGTH;
    private static final IdHash HASH = new IdHash(42);

    private static long mark(long number) {
        return IdRun.mark(HASH.of(1, Long.toString(number)));
    }

    @Test
    void aFullOneHoldsAllThatWasAddedAndHardlyAnythingElse() {
        IdFilter filter = new IdFilter();
        for (long number = 0; number < FULL; number++) {
            filter.add(mark(number));
        }

        assertThat(LongStream.range(0, FULL).map(IdFilterTest::mark)).allMatch(filter::mayHold);
        assertThat(LongStream.range(FULL, FULL + 100_000).map(IdFilterTest::mark))
                .filteredOn(filter::mayHold)
                .hasSizeLessThan(300);
    }
}
