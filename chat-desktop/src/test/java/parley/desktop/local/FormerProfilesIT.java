package parley.desktop.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.UserName;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/// Databases as former versions of the desktop have written them: yoda's, with 40 messages between
/// him and luke, one that waits, one that was refused, one to everyone, and a draft to leia.
class FormerProfilesIT {
    private static final UserName YODA = UserName.of("yoda");
    private static final UserName LUKE = UserName.of("luke");
    private static final Chat WITH_LUKE = Chat.with(LUKE);
    private static final Chat WITH_LEIA = Chat.with(UserName.of("leia"));
    private static final int NEWEST = Integer.parseInt(Schema.PRESENT.newest());

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void eachOpensWithAllThatItHeld(int version) throws Exception {
        try (InputStream former =
                getClass().getResourceAsStream("/profiles/version-" + version + ".db")) {
            Files.copy(Objects.requireNonNull(former), folder.resolve("desktop.db"));
        }

        try (Profile profile = Profile.open(folder)) {
            Accounts.Account yoda = new Accounts(profile.database()).last().orElseThrow();
            assertThat(yoda.me()).isEqualTo(YODA);
            assertThat(yoda.token()).contains("token");
            Store store = new Stores(profile.database(), yoda).present().orElseThrow();
            Entries entries = new Entries(profile.database(), yoda);
            assertThat(entries.page(store.ordinal(), WITH_LUKE, 1, 41, 100))
                    .hasSize(40)
                    .extracting(Entry::text)
                    .contains("Lesson 9 🌱", "Answer 0");
            assertThat(entries.unsaid(WITH_LUKE))
                    .extracting(Entry::state)
                    .containsExactly(
                            new Entry.State.Waiting(),
                            new Entry.State.Failed(Entry.Failure.BLOCKED));
            Chats chats = new Chats(profile.database(), yoda);
            assertThat(chats.all()).contains(new Chats.Drafted(WITH_LEIA, "Dear"));
            assertThat(chats.progress(store, WITH_LUKE).cursors().read()).isEqualTo(38);
            assertThat(entries.keep(store, said(41, LUKE, "On we go."))).isPresent();
            assertThat(entries.keep(store, said(40, LUKE, "Answer 19"))).isEmpty();
            profile.database().commit();
        }

        Path kept = folder.resolve("desktop.db.before-" + version);
        assertThat(Files.exists(kept)).isEqualTo(version < NEWEST);
    }

    @Test
    void aPrivateChatThatWasKeptIsStillThere() throws Exception {
        try (InputStream former = getClass().getResourceAsStream("/profiles/version-4.db")) {
            Files.copy(Objects.requireNonNull(former), folder.resolve("desktop.db"));
        }

        try (Profile profile = Profile.open(folder)) {
            Accounts.Account yoda = new Accounts(profile.database()).last().orElseThrow();
            KeptChat kept = new SqlKeptChats(profile.database(), yoda).all().getFirst();
            assertThat(kept.person()).isEqualTo(LUKE);
            assertThat(kept.words())
                    .extracting(word -> word.message().text())
                    .containsExactly("Behind the blue lamp.", "Good.");
        }
    }

    private static ChatMessage said(long seq, UserName from, String text) {
        return new ChatMessage(WITH_LUKE, from, seq, text, Instant.ofEpochSecond(2_000 + seq), "");
    }
}
