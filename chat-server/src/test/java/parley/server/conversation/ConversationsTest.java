package parley.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import static parley.server.conversation.Postings.LEIA;
import static parley.server.conversation.Postings.LUKE;
import static parley.server.conversation.Postings.YODA;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.UserName;
import parley.server.block.Blocks;
import parley.server.delivery.Hearer;
import parley.server.delivery.Hearers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

class ConversationsTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private final Map<UserName, FakeHearer> signedIn = new LinkedHashMap<>();
    private final Hearers hearers =
            new Hearers() {
                @Override
                public Optional<Hearer> of(UserName user) {
                    return Optional.ofNullable(signedIn.get(user));
                }

                @Override
                public Collection<UserName> online() {
                    return signedIn.keySet();
                }
            };
    private final MemoryConversations store = new MemoryConversations(CLOCK, signedIn::keySet);
    private final Directory directory =
            name -> UserName.parse(name).filter(List.of(YODA, LUKE, LEIA)::contains);
    private final Blocks blocks = new Blocks(store, CLOCK);
    private final Receipts receipts = new Receipts(directory, blocks, hearers);
    private final Mailboxes mailboxes = new Mailboxes(store, receipts);
    private final Cursors cursors = new Cursors(directory, mailboxes, receipts);
    private Optional<Duration> tooMany = Optional.empty();
    private final Conversations conversations =
            new Conversations(
                    directory, user -> tooMany, blocks, store, mailboxes, receipts, hearers);

    ConversationsTest() {
        blocks.addListener(cursors);
    }

    private FakeHearer signIn(UserName user, FakeHearer hearer) throws InterruptedException {
        signedIn.put(user, hearer);
        conversations.attach(user, hearer).run();
        return hearer;
    }

    private FakeHearer session(UserName user) {
        return Objects.requireNonNull(signedIn.get(user));
    }

    private void signOut(UserName user) {
        FakeHearer hearer = session(user);
        signedIn.remove(user);
        hearer.vanish();
        conversations.detach(user, hearer);
    }

    private Reply says(UserName from, String to, String text) {
        Speaker speaker = new Speaker(from);
        conversations.post(speaker, "", new Request.Message(to, text));
        conversations.batchTold();
        return speaker.answer();
    }

    private Reply announces(UserName from, String text) {
        Speaker speaker = new Speaker(from);
        conversations.post(speaker, "", new Request.Broadcast(text));
        conversations.batchTold();
        return speaker.answer();
    }

    private static Refusal refusal(Reply reply) {
        return ((Reply.Error) reply).code();
    }

    private static final class Speaker implements Conversations.Speaker {
        private final UserName user;
        private final List<Reply> answers = new ArrayList<>();

        private Speaker(UserName user) {
            this.user = user;
        }

        Reply answer() {
            assertThat(answers).hasSize(1);
            return answers.getFirst();
        }

        @Override
        public UserName user() {
            return user;
        }

        @Override
        public Hearer hearer() {
            return FakeHearer.plain();
        }

        @Override
        public void answered(Reply reply) {
            answers.add(reply);
        }
    }

    private static String message(String from, int seq, String text) {
        return ("{\"type\":\"message\",\"chat\":\"%s\",\"from\":\"%s\",\"seq\":%d,\"text\":\"%s\","
                        + "\"time\":\"2026-11-22T12:00:00.000Z\"}")
                .formatted(from, from, seq, text);
    }

    private static String receipt(String chat, int delivered, int read) {
        return "{\"type\":\"receipt\",\"chat\":\"%s\",\"delivered\":%d,\"read\":%d}"
                .formatted(chat, delivered, read);
    }

    private static final String CAUGHT_UP = "{\"type\":\"caught-up\"}";

    @Test
    void whatIsSaidIsHeardByWhoIsThere() throws InterruptedException {
        FakeHearer luke = signIn(LUKE, FakeHearer.acknowledging());

        Reply reply = says(YODA, "luke", "hi");

        assertThat(reply).isInstanceOf(Reply.Sent.class);
        assertThat(luke.heard()).containsExactly(CAUGHT_UP, message("yoda", 1, "hi"));
    }

    @Test
    void refusalsComeInTheOrderOfThePage() {
        tooMany = Optional.of(Duration.ofMillis(200));
        blocks.block(LUKE, YODA);

        assertThat(refusal(says(YODA, "nobody", " \u2003\n"))).isEqualTo(Refusal.EMPTY);
        assertThat(refusal(says(YODA, "nobody", "é".repeat(8_193)))).isEqualTo(Refusal.TOO_LONG);
        assertThat(refusal(says(YODA, "nobody", "\u0001".repeat(10_910))))
                .isEqualTo(Refusal.TOO_LONG);
        assertThat(refusal(says(YODA, "YODA", "hi"))).isEqualTo(Refusal.SELF);
        assertThat(refusal(says(YODA, "#room", "hi"))).isEqualTo(Refusal.UNKNOWN_USER);
        assertThat(refusal(says(YODA, "luke", "hi"))).isEqualTo(Refusal.BLOCKED);
        assertThat(refusal(says(YODA, "leia", "hi"))).isEqualTo(Refusal.RATE_LIMITED);
    }

    @Test
    void aBroadcastPassesByWhoHasBlockedItsSender() throws InterruptedException {
        FakeHearer luke = signIn(LUKE, FakeHearer.plain());
        FakeHearer leia = signIn(LEIA, FakeHearer.plain());
        blocks.block(LEIA, YODA);
        leia.heard();

        Reply reply = announces(YODA, "hear me");

        assertThat(reply).isEqualTo(new Reply.SentToEveryone(1, CLOCK.instant(), 1, true));
        assertThat(luke.heard().getLast()).contains("\"chat\":\"*\"", "\"from\":\"yoda\"");
        assertThat(leia.heard()).isEmpty();
    }

    @Test
    void aBroadcastThatTurnsOutToBeKeptPassesByThemToo() throws InterruptedException {
        FakeHearer yoda = signIn(YODA, FakeHearer.plain());
        FakeHearer luke = signIn(LUKE, FakeHearer.plain());
        FakeHearer leia = signIn(LEIA, FakeHearer.plain());
        blocks.block(LEIA, YODA);
        List.of(yoda, luke, leia).forEach(FakeHearer::heard);
        Logged kept = new Logged(Conversation.OF_ALL, 1, YODA, CLOCK.instant(), "b-1", "hear me");

        store.turnsOut(new PostOutcome.Announced(kept, List.of(), false));
        conversations.batchTold();

        assertThat(luke.heard()).singleElement().asString().contains("hear me");
        assertThat(leia.heard()).isEmpty();
        assertThat(yoda.heard()).isEmpty();
    }

    @Nested
    class WhoWasAway {
        @Test
        void hearsWhatWasSaidOldestFirstAndNotTheirOwnWords() throws InterruptedException {
            for (int n = 1; n <= 300; n++) {
                says(n % 2 == 1 ? YODA : LUKE, n % 2 == 1 ? "luke" : "yoda", "t" + n);
            }

            List<String> heard = signIn(LUKE, FakeHearer.acknowledging()).heard();

            assertThat(heard).hasSize(151);
            assertThat(heard.getFirst()).isEqualTo(message("yoda", 1, "t1"));
            assertThat(heard.get(149)).isEqualTo(message("yoda", 299, "t299"));
            assertThat(heard.getLast()).isEqualTo(CAUGHT_UP);
        }

        @Test
        void hearsItAgainUntilTheyAcknowledge() throws InterruptedException {
            says(YODA, "luke", "one");
            says(YODA, "luke", "two");
            signIn(LUKE, FakeHearer.acknowledging());
            cursors.delivered(LUKE, "yoda", 1);
            signOut(LUKE);

            assertThat(signIn(LUKE, FakeHearer.acknowledging()).heard())
                    .containsExactly(message("yoda", 2, "two"), CAUGHT_UP);
        }

        @Test
        void hearsItOnceWhereWrittenIsDelivered() throws InterruptedException {
            says(YODA, "luke", "one");
            signIn(LUKE, FakeHearer.plain());
            says(YODA, "luke", "two");
            signOut(LUKE);

            assertThat(signIn(LUKE, FakeHearer.plain()).heard()).containsExactly(CAUGHT_UP);
        }

        @Test
        void hearsOfReceiptsThatMovedMeanwhileAndOfThoseOnly() throws InterruptedException {
            says(YODA, "luke", "one");
            says(YODA, "leia", "one");
            signIn(LUKE, FakeHearer.acknowledging());
            cursors.read(LUKE, "yoda", 1);

            assertThat(signIn(YODA, FakeHearer.acknowledging()).heard())
                    .containsExactly(receipt("luke", 1, 1), CAUGHT_UP);
            signOut(YODA);
            assertThat(signIn(YODA, FakeHearer.acknowledging()).heard()).containsExactly(CAUGHT_UP);
        }
    }

    @Test
    void whatIsSaidWhileSomebodyJoinsComesInItsTurnAndOnce() throws InterruptedException {
        for (int n = 1; n <= 200; n++) {
            says(YODA, "luke", "t" + n);
        }
        FakeHearer luke = FakeHearer.acknowledging();
        signedIn.put(LUKE, luke);
        Joining joining = conversations.attach(LUKE, luke);

        joining.step();
        says(YODA, "luke", "t201");
        says(LEIA, "luke", "hello");
        joining.run();
        says(YODA, "luke", "t202");

        List<String> heard = luke.heard();
        assertThat(heard.stream().filter(line -> line.contains("\"chat\":\"yoda\"")).toList())
                .hasSize(202)
                .startsWith(message("yoda", 1, "t1"))
                .endsWith(message("yoda", 201, "t201"), message("yoda", 202, "t202"));
        assertThat(heard.stream().filter(line -> line.contains("leia"))).hasSize(1);
        assertThat(heard.stream().filter(CAUGHT_UP::equals)).hasSize(1);
    }

    @Test
    void cursorsMoveForwardOnlyAndNeverPastTheEnd() throws InterruptedException {
        FakeHearer yoda = signIn(YODA, FakeHearer.acknowledging());
        for (int n = 1; n <= 5; n++) {
            says(YODA, "luke", "t" + n);
        }
        yoda.heard();

        cursors.delivered(LUKE, "YODA", 4);
        cursors.delivered(LUKE, "yoda", 2);
        cursors.delivered(LUKE, "yoda", 6);
        cursors.read(LUKE, "leia", 1);
        cursors.read(LUKE, "#room", 1);

        assertThat(yoda.heard()).containsExactly(receipt("luke", 4, 0));
        assertThat(conversations.chats(LUKE))
                .containsExactly(new Reply.ChatState.OfTwo(YODA, 5, 4, 0, 0, 0));
    }

    @Nested
    class WhileABlockStands {
        private FakeHearer yoda = FakeHearer.acknowledging();

        private void lukeHasBlockedYoda() throws InterruptedException {
            says(YODA, "luke", "one");
            says(YODA, "luke", "two");
            signIn(YODA, yoda);
            signIn(LUKE, FakeHearer.acknowledging());
            cursors.delivered(LUKE, "yoda", 1);
            blocks.block(LUKE, YODA);
            yoda.heard();
        }

        @Test
        void receiptsAndTheirsStandStill() throws InterruptedException {
            lukeHasBlockedYoda();

            cursors.read(LUKE, "yoda", 2);

            assertThat(yoda.heard()).isEmpty();
            assertThat(conversations.chats(YODA))
                    .containsExactly(new Reply.ChatState.OfTwo(LUKE, 2, 0, 0, 1, 0));
        }

        @Test
        void typingPassesInNeitherDirection() throws InterruptedException {
            lukeHasBlockedYoda();
            FakeHearer luke = session(LUKE);
            luke.heard();

            conversations.typing(YODA, "luke");
            conversations.typing(LUKE, "yoda");

            assertThat(luke.heard()).isEmpty();
            assertThat(yoda.heard()).isEmpty();
        }

        @Test
        void whatWasHeldBackIsToldWhenItIsUndone() throws InterruptedException {
            lukeHasBlockedYoda();
            cursors.read(LUKE, "yoda", 2);

            blocks.unblock(LUKE, YODA);

            assertThat(yoda.heard()).containsExactly(receipt("luke", 2, 2));
        }

        @Test
        void itStaysHeldBackWhileTheOthersBlockStands() throws InterruptedException {
            lukeHasBlockedYoda();
            blocks.block(YODA, LUKE);
            cursors.read(LUKE, "yoda", 2);

            blocks.unblock(LUKE, YODA);

            assertThat(yoda.heard()).isEmpty();
        }

        @Test
        void whatWasSaidBeforeStillComes() throws InterruptedException {
            lukeHasBlockedYoda();
            signOut(LUKE);

            assertThat(signIn(LUKE, FakeHearer.acknowledging()).heard())
                    .contains(message("yoda", 2, "two"));
        }
    }
}
