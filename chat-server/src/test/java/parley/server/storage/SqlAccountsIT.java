package parley.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.protocol.UserName;
import parley.server.account.Failures;
import parley.server.account.KeptToken;
import parley.server.account.TokenId;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SqlAccountsIT {
    private static final Failures TWO = new Failures(2, Optional.empty());
    private static final Failures LOCKED =
            new Failures(3, Optional.of(Instant.ofEpochMilli(1_800_000_000_123L)));

    private static final KeptToken LATER = new KeptToken(new TokenId("a"), "yoda", 2, 20_001);

    @TempDir private Path folder;
    private Database database;
    private SqlAccounts store;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        store = new SqlAccounts(database, new SecureRandom());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void restart() {
        close();
        open();
    }

    private static KeptToken token(String hash, String user, long number) {
        return new KeptToken(new TokenId(hash), user, number, 20_000);
    }

    @Test
    void theKeyOfMarksIsMadeOnce() {
        byte[] key = store.markKey();

        restart();

        assertThat(store.markKey()).isEqualTo(key).hasSize(32);
    }

    @Test
    void failuresAreKeptAndForgotten() {
        store.keepFailures("yoda", () -> TWO);
        store.keepFailures("luke", () -> TWO);
        store.keepFailures("luke", () -> LOCKED);
        store.keepFailures("yoda", () -> Failures.NONE);
        store.keepFailures("leia", () -> TWO);

        restart();

        assertThat(store.failures()).isEqualTo(Map.of("luke", LOCKED, "leia", TWO));
    }

    @Test
    void tokensAreKeptInTheirOrderAndReplaced() {
        store.keepToken(token("b", "yoda", 1), List.of());
        store.keepToken(token("a", "yoda", 2), List.of());
        store.keepToken(token("c", "yoda", 3), List.of(new TokenId("b")));
        store.touch(LATER);
        store.dropToken(new TokenId("c"));

        restart();

        assertThat(store.tokens()).containsExactly(LATER);
    }

    @Test
    void newMarksReplaceTheOldAndVoidTheTokensOfWhoChanged() {
        store.keepMarks(Map.of(UserName.of("Yoda"), "1", UserName.of("luke"), "2"), List.of());
        store.keepToken(token("a", "yoda", 1), List.of());
        store.keepToken(token("b", "luke", 2), List.of());

        store.keepMarks(Map.of(UserName.of("yoda"), "1"), List.of("luke"));
        restart();

        assertThat(store.marks()).isEqualTo(Map.of("yoda", "1"));
        assertThat(store.tokens()).containsExactly(token("a", "yoda", 1));
    }
}
