package parley.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import parley.server.conversation.Logged;
import parley.server.conversation.Post;
import parley.server.history.SearchStore;
import parley.words.Wanted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class SqlSearchIT extends SqlSearchContract {
    @BeforeEach
    void start() {
        search.start();
    }

    @Override
    protected SearchStore search() {
        fillUp();
        return super.search();
    }

    private void reopen() {
        close();
        open();
        start();
    }

    @Nested
    class AfterARestart {
        @BeforeEach
        void say() {
            SqlSearchIT.this.say(YODA, LUKE, "kept for good");
            fillUp();
        }

        @Test
        void theIndexGoesOn() {
            reopen();
            SqlSearchIT.this.say(YODA, LUKE, "good as well");

            assertThat(found(LUKE, "good")).hasSize(2);
        }

        @Test
        void anIndexThatIsLostIsMadeAnew() throws IOException {
            close();
            Files.delete(file());
            open();
            start();

            assertThat(found(LUKE, "good")).hasSize(1);
        }

        @Test
        void anIndexThatIsDamagedIsMadeAnew() throws IOException {
            close();
            byte[] bytes = Files.readAllBytes(file());
            Arrays.fill(bytes, 4096, bytes.length, (byte) 7);
            Files.write(file(), bytes);
            open();
            start();

            assertThat(found(LUKE, "good")).hasSize(1);
        }

        @Test
        void whatIsNoIndexIsMadeOne() throws IOException {
            close();
            Files.writeString(file(), "x".repeat(10_000));
            open();
            assertThat(whileThereIsNone()).hasSize(1);
            start();

            assertThat(found(LUKE, "good")).hasSize(1);
        }

        @Test
        void anIndexOfAnotherLogIsMadeAnew() throws SQLException {
            close();
            try (Connection index = new SearchFile(file()).writer()) {
                Sql.update(index, "UPDATE made SET log = 'other'");
                Sql.update(index, "INSERT INTO entry(entry) VALUES ('delete-all')");
            }
            open();
            start();

            assertThat(found(LUKE, "good")).hasSize(1);
        }

        @Test
        void anIndexThatKnowsMoreThanTheLogIsMadeAnew() throws SQLException {
            close();
            try (Connection index = new SearchFile(file()).writer()) {
                Sql.update(index, "UPDATE reach SET pos = 1000000");
                Sql.update(index, "INSERT INTO entry(entry) VALUES ('delete-all')");
            }
            open();
            start();

            assertThat(found(LUKE, "good")).hasSize(1);
        }
    }

    /// What is found while nothing fills the index.
    private List<Logged> whileThereIsNone() {
        return search.find(
                        new SearchStore.Question(
                                LUKE, Wanted.of("good"), Optional.empty(), Optional.empty(), 20))
                .orElseThrow()
                .messages();
    }

    private Path file() {
        return folder.resolve("search.db");
    }

    @Test
    void aHundredThousandMessagesAreTurnedPageByPage() throws InterruptedException {
        int count = 100_000;
        CountDownLatch told = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            Post.Address to = new Post.Address.One(i % 4 == 0 ? LEIA : LUKE);
            String text = "common word " + i + (i % 10_000 == 0 ? " rare" : "");
            conversations()
                    .append(
                            new Post(YODA, "", to, text, new Post.Verdict.Fine()),
                            outcome -> told.countDown());
        }
        assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
        fillUp();

        assertThat(found(YODA, "common rare")).hasSize(10);
        assertThat(found(LUKE, "common rare")).hasSize(0);
        assertThat(found(LEIA, "word r")).hasSize(10);
        assertThat(turned()).isEqualTo(count / 4);
    }

    /// How many messages leia finds, turning all pages.
    private int turned() {
        int turned = 0;
        Optional<SearchStore.Place> behind = Optional.empty();
        while (true) {
            SearchStore.Found page =
                    search.find(
                                    new SearchStore.Question(
                                            LEIA, Wanted.of("comm"), Optional.empty(), behind, 200))
                            .orElseThrow();
            turned += page.messages().size();
            if (!page.more()) {
                return turned;
            }
            Logged last = page.messages().getLast();
            behind = Optional.of(new SearchStore.Place(last.in(), last.seq()));
        }
    }
}
