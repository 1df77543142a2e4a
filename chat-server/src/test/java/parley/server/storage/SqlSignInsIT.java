package parley.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.protocol.UserName;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

class SqlSignInsIT {
    private static final UserName YODA = UserName.of("Yoda");
    private static final UserName LUKE = UserName.of("luke");
    private static final Instant MORNING = Instant.parse("2026-11-22T08:00:00.123Z");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.456Z");
    private static final Instant NIGHT = Instant.parse("2026-11-22T23:00:00.789Z");

    @TempDir private Path folder;
    private Database database;
    private SqlSignIns store;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        store = new SqlSignIns(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void restart() {
        close();
        open();
    }

    @Test
    void whoWentWasLastSeenThen() {
        store.came(YODA, MORNING);
        store.went(YODA, NOON);
        store.stillThere(NIGHT);

        restart();

        assertThat(store.lastSeen()).isEqualTo(Map.of("yoda", NOON));
    }

    @Test
    void whoWasThereAtACrashWasLastSeenWhenTheServerWas() {
        store.came(YODA, MORNING);
        store.stillThere(NOON);
        store.came(LUKE, NIGHT);

        restart();

        assertThat(store.lastSeen()).isEqualTo(Map.of("yoda", NOON, "luke", NIGHT));
    }

    @Test
    void aCrashIsReckonedOnce() {
        store.came(YODA, MORNING);
        store.stillThere(NOON);
        restart();
        assertThat(store.lastSeen()).containsEntry("yoda", NOON);

        store.stillThere(NIGHT);
        restart();

        assertThat(store.lastSeen()).containsEntry("yoda", NOON);
    }
}
