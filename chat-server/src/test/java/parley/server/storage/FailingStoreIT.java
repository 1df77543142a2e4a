package parley.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import parley.protocol.UserName;
import parley.server.conversation.Conversation;
import parley.server.conversation.Cursor;
import parley.server.conversation.Logged;
import parley.server.conversation.Post;
import parley.server.conversation.PostOutcome;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A store whose calls fail one after the other: the first, then the second from there on, and so
/// on. Whoever is answered that the outcome is unknown asks again under the same id.
@Timeout(300)
class FailingStoreIT {
    private static final int CALLS = 300;
    private static final UserName YODA = UserName.of("yoda");
    private static final UserName LUKE = UserName.of("luke");
    private static final Conversation.OfTwo CHAT = Conversation.between(YODA, LUKE);

    private static final Logger WRITERS =
            (Logger) LoggerFactory.getLogger("parley.server.storage.GroupCommit");

    @TempDir private Path folder;
    private final FailingCalls calls = new FailingCalls();
    private final List<String> toLuke = new ArrayList<>();
    private final List<String> toAll = new ArrayList<>();
    private int unknown;
    private int number;

    /// Six hundred failures with their stacks would hide all else.
    @BeforeEach
    void theWriterIsSilent() {
        WRITERS.setLevel(Level.OFF);
    }

    @AfterEach
    void theWriterSpeaksAgain() {
        WRITERS.setLevel(null);
    }

    @ParameterizedTest
    @EnumSource(FailingCalls.When.class)
    void whicheverCallFailsAskingAgainGivesOneCopyInOrder(FailingCalls.When when) {
        try (Database database = Database.open(folder, calls::around)) {
            SqlConversations store = new SqlConversations(database, () -> List.of(YODA, LUKE));
            for (int n = 1; n <= CALLS; n++) {
                calls.failAt(n, when);
                while (calls.isDue()) {
                    post(store);
                }
                post(store);
            }
            assertThat(unknown).isGreaterThan(CALLS / 3);
            assertThat(read(store, CHAT, toLuke.size())).isEqualTo(toLuke);
            assertThat(read(store, Conversation.OF_ALL, toAll.size())).isEqualTo(toAll);
        }
        assertThat(StoreCheck.of(folder.resolve(StoreFolder.FILE)))
                .isEqualTo(new StoreCheck.Report(number, 1, List.of()));
    }

    private static List<String> read(SqlConversations store, Conversation chat, int size) {
        List<Logged> messages = store.read(chat, 0, size + 9);
        for (int i = 0; i < messages.size(); i++) {
            assertThat(messages.get(i).seq()).isEqualTo(i + 1);
        }
        return messages.stream().map(Logged::text).toList();
    }

    private void post(SqlConversations store) {
        number++;
        boolean everyone = number % 5 == 0;
        String text = "text " + number;
        (everyone ? toAll : toLuke).add(text);
        Post.Address to = everyone ? new Post.Address.Everyone() : new Post.Address.One(LUKE);
        Post post = new Post(YODA, "id-" + number, to, text, new Post.Verdict.Fine());
        if (number % 7 == 0) {
            store.keepSoon(CHAT, LUKE, new Cursor(toLuke.size() / 2, 0, 0, 0));
        }
        PostOutcome outcome = settled(store, post);
        while (outcome instanceof PostOutcome.Unknown) {
            unknown++;
            outcome = settled(store, post);
        }
        assertThat(seq(outcome)).isEqualTo((everyone ? toAll : toLuke).size());
    }

    private static long seq(PostOutcome outcome) {
        return switch (outcome) {
            case PostOutcome.Posted(Logged message) -> message.seq();
            case PostOutcome.PostedBefore(Logged message) -> message.seq();
            case PostOutcome.Announced(Logged message, var _, boolean _) -> message.seq();
            case PostOutcome.AnnouncedBefore(Logged message, long _, boolean _) -> message.seq();
            case PostOutcome.Refused _, PostOutcome.Unknown _ ->
                    throw new AssertionError("not kept: " + outcome);
        };
    }

    private static PostOutcome settled(SqlConversations store, Post post) {
        CompletableFuture<PostOutcome> outcome = new CompletableFuture<>();
        store.append(post, outcome::complete);
        return outcome.orTimeout(20, TimeUnit.SECONDS).join();
    }
}
