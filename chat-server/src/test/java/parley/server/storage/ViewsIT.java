package parley.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import parley.protocol.UserName;
import parley.server.conversation.Conversation;
import parley.server.conversation.Logged;
import parley.server.conversation.Post;
import parley.server.conversation.PostOutcome;
import parley.server.conversation.StoredChat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class ViewsIT {
    private static final List<UserName> PEOPLE =
            List.of(
                    UserName.of("yoda"),
                    UserName.of("luke"),
                    UserName.of("leia"),
                    UserName.of("han"));
    private static final int MESSAGES = 2 * SavedHeads.EVERY + 5_000;

    @TempDir private static Path template;
    @TempDir private Path folder;

    /// What a store says of itself.
    private record Answers(
            List<StoredChat> chats, long toEveryone, List<Logged> pages, List<PostOutcome> again) {}

    @BeforeAll
    static void aStoreWithManyMessages() {
        try (Database database = Database.open(template)) {
            SqlConversations store = new SqlConversations(database, () -> PEOPLE);
            for (int n = 0; n < MESSAGES; n++) {
                if (n % 1_000 == 0 || n == MESSAGES - 1) {
                    settled(store, post(n));
                } else {
                    store.append(post(n), _ -> {});
                }
            }
        }
    }

    @BeforeEach
    void aCopyOfIt() throws IOException {
        Template.copy(template, folder);
    }

    private static Post post(int n) {
        return new Post(
                PEOPLE.get(n % 4),
                n % 10 == 0 ? "" : "id-" + n,
                n % 7 == 0
                        ? new Post.Address.Everyone()
                        : new Post.Address.One(PEOPLE.get((n + 1 + n % 3) % 4)),
                "text " + n,
                new Post.Verdict.Fine());
    }

    private static PostOutcome settled(SqlConversations store, Post post) {
        CompletableFuture<PostOutcome> outcome = new CompletableFuture<>();
        store.append(post, outcome::complete);
        return outcome.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private Answers ask() {
        try (Database database = Database.open(folder)) {
            SqlConversations store = new SqlConversations(database, () -> PEOPLE);
            List<StoredChat> chats =
                    store.chats().stream()
                            .sorted(Comparator.comparing(chat -> chat.chat().toString()))
                            .toList();
            List<Logged> pages = new ArrayList<>();
            for (StoredChat chat : chats) {
                for (long seq = 1; seq <= chat.last(); seq += 971) {
                    pages.addAll(store.read(chat.chat(), seq - 1, seq + 40));
                }
            }
            pages.addAll(store.read(Conversation.OF_ALL, 3_000, 3_050));
            List<PostOutcome> again = new ArrayList<>();
            for (int n = 1; n < MESSAGES; n += 331) {
                if (n % 10 != 0) {
                    again.add(settled(store, post(n)));
                }
            }
            return new Answers(chats, store.lastToEveryone(), pages, again);
        }
    }

    private void damage(String... statements) throws SQLException {
        try (Connection connection = new SqliteFile(folder.resolve("parley.db")).writer();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Test
    void aStartFromTheViewsAnswersAsOneFromTheWholeLog() throws SQLException {
        Answers fromViews = ask();

        damage(
                "DELETE FROM view",
                "DELETE FROM head",
                "DELETE FROM place",
                "DELETE FROM seen",
                "DELETE FROM seen_run");

        assertThat(ask()).isEqualTo(fromViews);
        assertThat(fromViews.again())
                .allMatch(outcome ->
                        outcome instanceof PostOutcome.PostedBefore
                                || outcome instanceof PostOutcome.AnnouncedBefore);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM view",
                "DELETE FROM head WHERE chat = 1",
                "UPDATE head SET seq = seq + 1 WHERE chat = 1",
                "UPDATE head SET chat = 99 WHERE chat = 1",
                "DELETE FROM place WHERE chat = 0",
                "DELETE FROM seen_run WHERE number = 1",
                "DELETE FROM seen_run WHERE number = 0",
                "DELETE FROM seen",
                "DELETE FROM seen WHERE key = 7 * 4294967296",
                "UPDATE seen SET entries = x'00' WHERE key = 7 * 4294967296",
                "UPDATE seen SET entries = substr(entries, 7) WHERE key = 7 * 4294967296",
                "UPDATE seen_run SET ids = ids - 1",
                "UPDATE view SET pos = 1000000",
                "UPDATE view SET pos = 16384"
            })
    void aViewThatDoesNotAddUpIsMadeAnew(String damage) throws SQLException {
        Answers before = ask();

        damage(damage);

        assertThat(ask()).isEqualTo(before);
    }

    @Test
    void aStartReadsNoMoreOfTheLogThanTheViewsLack() throws SQLException {
        damage("UPDATE message SET sender = 99 WHERE pos = 100");

        try (Database database = Database.open(folder)) {
            assertThat(new SqlConversations(database, () -> PEOPLE).chats()).isNotEmpty();
        }
    }
}
