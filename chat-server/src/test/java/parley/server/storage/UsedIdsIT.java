package parley.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.protocol.UserName;
import parley.server.ManualClock;
import parley.server.conversation.Post;
import parley.server.conversation.PostOutcome;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

class UsedIdsIT {
    private static final UserName YODA = UserName.of("yoda");
    private static final UserName LUKE = UserName.of("luke");

    @TempDir private Path folder;

    private final ManualClock clock = new ManualClock();
    private Database database;
    private SqlConversations store;

    @BeforeEach
    void open() {
        database = Database.open(folder, clock, clock, UnaryOperator.identity());
        store = new SqlConversations(database, List::of);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /// Says so many words, each under an id of its own, and waits until the last is kept.
    private void say(int first, int count) {
        for (int n = first; n < first + count - 1; n++) {
            store.append(post(n), _ -> {});
        }
        assertThat(said(first + count - 1)).isInstanceOf(PostOutcome.Posted.class);
    }

    private PostOutcome said(int n) {
        CompletableFuture<PostOutcome> outcome = new CompletableFuture<>();
        store.append(post(n), outcome::complete);
        return outcome.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static Post post(int n) {
        Post.Address to = new Post.Address.One(LUKE);
        return new Post(YODA, "id-" + n, to, "text " + n, new Post.Verdict.Fine());
    }

    private long runs() {
        return database.read(c -> Sql.number(c, "SELECT count(*) FROM seen_run"));
    }

    @Test
    void anIdIsKnownWhetherItIsInMemoryOrOnDisk() {
        say(0, 2 * IdRun.LENGTH);
        say(2 * IdRun.LENGTH, 100);

        assertThat(runs()).isEqualTo(2);
        for (int n : new int[] {0, IdRun.LENGTH - 1, IdRun.LENGTH, 2 * IdRun.LENGTH + 50}) {
            assertThat(said(n)).isInstanceOf(PostOutcome.PostedBefore.class);
        }
    }

    @Test
    void whatIsOlderThanSevenDaysIsLetGoOf() {
        say(0, 2 * IdRun.LENGTH);
        clock.passes(Duration.ofDays(8));
        say(2 * IdRun.LENGTH, IdRun.LENGTH);
        say(3 * IdRun.LENGTH, 100);

        assertThat(runs()).isEqualTo(1);
        close();
        open();
        assertThat(runs()).isEqualTo(1);
        assertThat(said(2 * IdRun.LENGTH)).isInstanceOf(PostOutcome.PostedBefore.class);
        assertThat(said(0)).isInstanceOf(PostOutcome.Posted.class);
    }

    @Test
    void aWeekOfSilenceLeavesNothingToRemember() {
        say(0, 100);
        clock.passes(Duration.ofDays(8));

        assertThat(said(0)).isInstanceOf(PostOutcome.Posted.class);
        assertThat(said(0)).isInstanceOf(PostOutcome.PostedBefore.class);
    }
}
