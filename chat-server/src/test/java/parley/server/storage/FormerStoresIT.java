package parley.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Stores as former versions of the server have written them: each has 140 messages between yoda
/// and luke, one of yoda to leia, one broadcast.
class FormerStoresIT {
    private static final UserName YODA = UserName.of("yoda");
    private static final UserName LUKE = UserName.of("luke");
    private static final int NEWEST = 4;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void eachOpensWithAllThatItHeld(int version) throws IOException {
        Path file = folder.resolve(StoreFolder.FILE);
        try (InputStream former =
                getClass().getResourceAsStream("/stores/version-" + version + ".db")) {
            Files.copy(Objects.requireNonNull(former), file);
        }

        try (Database database = Database.open(folder)) {
            SqlConversations store = new SqlConversations(database, List::of);
            assertThat(store.chats())
                    .extracting(StoredChat::last)
                    .containsExactlyInAnyOrder(140L, 1L);
            assertThat(store.lastToEveryone()).isOne();
            assertThat(store.read(Conversation.between(YODA, LUKE), 0, 140))
                    .hasSize(140)
                    .extracting(Logged::text)
                    .contains("Lesson 69 🌱", "Answer 0");
            CompletableFuture<PostOutcome> outcome = new CompletableFuture<>();
            store.append(
                    new Post(
                            YODA,
                            "new",
                            new Post.Address.One(LUKE),
                            "On we go.",
                            new Post.Verdict.Fine()),
                    outcome::complete);
            assertThat(outcome.orTimeout(20, TimeUnit.SECONDS).join())
                    .isInstanceOf(PostOutcome.Posted.class);
        }

        assertThat(StoreCheck.of(file).findings()).isEmpty();
        Path kept = folder.resolve(StoreFolder.FILE + ".version-" + version);
        if (version == NEWEST) {
            assertThat(kept).doesNotExist();
        } else {
            assertThat(StoreCheck.of(kept).messages()).isEqualTo(142);
        }
    }
}
