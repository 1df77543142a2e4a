package parley.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import parley.protocol.UserName;
import parley.server.conversation.Post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// An index of words that is compared with the log.
class SearchCheckIT {
    private static final UserName YODA = UserName.of("yoda");
    private static final UserName LUKE = UserName.of("luke");
    private static final int COUNT = 200;

    @TempDir private Path folder;

    @BeforeEach
    void aStoreWithAnIndex() throws InterruptedException, SQLException, IOException {
        try (Database database = Database.open(folder)) {
            SqlConversations store = new SqlConversations(database, () -> List.of(YODA, LUKE));
            CountDownLatch told = new CountDownLatch(COUNT);
            for (int n = 0; n < COUNT; n++) {
                Post.Address to =
                        n % 5 == 0 ? new Post.Address.Everyone() : new Post.Address.One(LUKE);
                String text = "Nummer " + n + ", sagt er, „groß“ — 好的!";
                store.append(
                        new Post(YODA, "", to, text, new Post.Verdict.Fine()),
                        _ -> told.countDown());
            }
            told.await();
            SearchFile file = new SearchFile(index());
            file.makeAnew(store.log());
            try (Connection index = file.writer()) {
                new SearchBatches(database, new SearchTerms(database.people())).next(index, 0);
            }
        }
    }

    private Path index() {
        return SearchFile.beside(folder.resolve(StoreFolder.FILE));
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = new SearchFile(index()).writer()) {
            Sql.update(connection, sql);
        }
    }

    private List<String> findings() {
        Path store = folder.resolve(StoreFolder.FILE);
        assertThat(StoreCheck.of(store)).isEqualTo(new StoreCheck.Report(COUNT, 1, List.of()));
        return SearchCheck.of(store);
    }

    @Test
    void anIndexOfAllWordsIsFine() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void oneThatIsNotThereIsFineToo() throws IOException {
        Files.delete(index());

        assertThat(findings()).isEmpty();
    }

    @Test
    void oneOfAnotherLogIsMadeAnewAndSoIsFine() throws SQLException {
        change("UPDATE made SET log = 'other'");
        change("INSERT INTO entry (rowid, words) VALUES (77, 'jedi')");

        assertThat(findings()).isEmpty();
    }

    @Test
    void oneThatHasLessIsFineAsFarAsItGoes() throws SQLException {
        change("INSERT INTO entry (entry) VALUES ('delete-all')");
        change("UPDATE reach SET pos = 0");

        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'INSERT INTO entry (rowid, words) VALUES (77, ''jedi'')', message at 77",
        "'DELETE FROM entry_data WHERE id > 10', be read",
        "'INSERT INTO entry (rowid, words) VALUES (999, ''jedi'')', position 999",
        "'INSERT INTO entry (entry) VALUES (''delete-all'')', message at 20",
        "UPDATE reach SET pos = 199, position 200"
    })
    void whatDoesNotFitIsFound(String damage, String finding) throws SQLException {
        change(damage);

        assertThat(findings()).anyMatch(found -> found.contains(finding));
    }

    @Test
    void oneThatIsNoDatabaseIsFound() throws IOException {
        Files.writeString(index(), "x".repeat(10_000));

        assertThat(findings()).singleElement().asString().contains("can't be read");
    }
}
