package parley.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import parley.protocol.UserName;
import parley.server.conversation.Post;
import parley.server.conversation.PostOutcome;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class StoreCheckIT {
    private static final UserName YODA = UserName.of("yoda");
    private static final UserName LUKE = UserName.of("luke");

    @TempDir private static Path template;
    @TempDir private Path folder;

    @BeforeAll
    static void aStoreWithAllViews() {
        try (Database database = Database.open(template)) {
            SqlConversations store = new SqlConversations(database, () -> List.of(YODA, LUKE));
            for (int n = 0; n < SavedHeads.EVERY + 2_000; n++) {
                Post.Address to =
                        n % 5 == 0 ? new Post.Address.Everyone() : new Post.Address.One(LUKE);
                Post post = new Post(YODA, "id-" + n, to, "text " + n, new Post.Verdict.Fine());
                CompletableFuture<PostOutcome> outcome = new CompletableFuture<>();
                store.append(post, outcome::complete);
                if (n % 1_000 == 999) {
                    outcome.orTimeout(60, TimeUnit.SECONDS).join();
                }
            }
        }
    }

    @BeforeEach
    void aCopyOfIt() throws IOException {
        Template.copy(template, folder);
    }

    private StoreCheck.Report check() {
        return StoreCheck.of(folder.resolve(StoreFolder.FILE));
    }

    @Test
    void aSoundStoreIsSound() {
        assertThat(check())
                .isEqualTo(new StoreCheck.Report(SavedHeads.EVERY + 2_000, 1, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE FROM message WHERE pos = 77, position 77",
        "UPDATE message SET seq = seq + 1 WHERE pos = 77, message at 77",
        "UPDATE message SET prev = 1 WHERE pos = 77, message at 77",
        "UPDATE message SET time = 5 WHERE pos = 77, older",
        "UPDATE message SET sender = 9 WHERE pos = 77, message at 77",
        "UPDATE message SET chat = 9 WHERE pos = 77, of a chat",
        "UPDATE message SET id = x'00' WHERE pos = 77, the id of the message at 77",
        "'UPDATE seen SET entries = substr(entries, 7) WHERE key = 7 * 4294967296', not remembered",
        "DELETE FROM seen WHERE key = 7 * 4294967296, not remembered",
        "UPDATE seen SET entries = CAST(entries || x'000000000001' AS BLOB) WHERE key = 0, more"
                + " ids",
        "DELETE FROM seen_run, ids are kept",
        "UPDATE head SET time = 1, head of chat",
        "UPDATE head SET seq = 1, head of chat",
        "DELETE FROM head WHERE chat = 1, heads of the chats",
        "UPDATE place SET pos = pos + 1, place 0",
        "UPDATE broadcast SET pos = pos + 1, broadcasts",
        "'INSERT INTO cursor VALUES (2, 1, 999999, 0, 0, 0)', further"
    })
    void whatDoesNotFitIsFound(String damage, String finding) throws SQLException {
        try (Connection connection = new SqliteFile(folder.resolve(StoreFolder.FILE)).writer();
                Statement statement = connection.createStatement()) {
            statement.execute(damage);
        }

        assertThat(check().findings()).anyMatch(found -> found.contains(finding));
    }
}
