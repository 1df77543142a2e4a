package parley.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.time.Duration;

class JobQueueTest {
    private static final Duration LONG = Duration.ofHours(1);

    private record Named(String name) implements Job {
        @Override
        public void write(Connection connection) {}

        @Override
        public void settled() {}

        @Override
        public void failed(StoreUnavailable why) {}
    }

    private static final Job A = new Named("a");
    private static final Job B = new Named("b");

    @Test
    void allThatHasGatheredIsOneBatchInItsOrder() throws InterruptedException {
        JobQueue queue = new JobQueue(LONG, LONG);
        queue.add(A);
        queue.add(B);

        assertThat(queue.take()).containsExactly(A, B);
    }

    @Test
    void aLazyJobDoesNotGoWithABusyBatchBeforeItsTime() throws InterruptedException {
        JobQueue queue = new JobQueue(Duration.ZERO, LONG);
        queue.addLazily(A);
        queue.add(B);

        assertThat(queue.take()).containsExactly(B);
        assertThat(queue.take()).containsExactly(A);
    }

    @Test
    void aLazyJobThatIsDueGoesWithTheNextBatch() throws InterruptedException {
        JobQueue queue = new JobQueue(LONG, Duration.ZERO);
        queue.addLazily(A);
        queue.add(B);

        assertThat(queue.take()).containsExactly(B, A);
    }

    @Test
    void atItsEndTheQueueGivesOutWhatWaitsAndThenNothing() throws InterruptedException {
        JobQueue queue = new JobQueue(LONG, LONG);
        queue.addLazily(A);
        queue.close();

        assertThat(queue.take()).containsExactly(A);
        assertThat(queue.take()).isEmpty();
        assertThatThrownBy(() -> queue.add(B)).isInstanceOf(StoreUnavailable.class);
    }
}
