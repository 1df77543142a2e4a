package parley.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import static parley.server.conversation.Postings.LEIA;
import static parley.server.conversation.Postings.LUKE;
import static parley.server.conversation.Postings.YODA;
import static parley.server.conversation.Postings.post;
import static parley.server.conversation.Postings.refused;
import static parley.server.conversation.Postings.toAll;

import org.junit.jupiter.api.Test;

import parley.protocol.Refusal;
import parley.protocol.UserName;
import parley.server.block.Block;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// What every store of conversations keeps to, one subclass a store.
public abstract class ConversationStoreContract {
    protected static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final Conversation.OfTwo CHAT = Conversation.between(YODA, LUKE);

    /// What time it is for the store.
    protected final SettableTime time = new SettableTime();

    /// Who is online when a broadcast is written.
    protected final List<UserName> online = new ArrayList<>(List.of(YODA, LUKE, LEIA));

    protected static final class SettableTime implements InstantSource {
        private volatile Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        public void move(Duration by) {
            now = now.plus(by);
        }

        public Clock clock() {
            return withZone(ZoneOffset.UTC);
        }
    }

    /// The store under test.
    protected abstract ConversationStore store();

    /// Ends the store in good order and opens it anew.
    protected abstract void reopen();

    protected abstract void block(Block block);

    protected abstract void unblock(Block block);

    private PostOutcome settled(Post post) {
        CompletableFuture<PostOutcome> outcome = new CompletableFuture<>();
        store().append(post, outcome::complete);
        return outcome.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private Logged posted(Post post) {
        return ((PostOutcome.Posted) settled(post)).message();
    }

    private static Refusal refusal(PostOutcome outcome) {
        return ((PostOutcome.Refused) outcome).error().code();
    }

    @Test
    void aChatCountsItsMessagesForBothMembersTogether() {
        Logged first = posted(post(YODA, LUKE, "one"));
        Logged second = posted(post(LUKE, YODA, "two"));
        Logged elsewhere = posted(post(YODA, LEIA, "three"));

        assertThat(List.of(first.seq(), second.seq(), elsewhere.seq())).containsExactly(1L, 2L, 1L);
        assertThat(store().read(CHAT, 0, 2)).containsExactly(first, second);
    }

    @Test
    void outcomesComeInTheOrderOfTheAppends() {
        List<Long> seqs = new ArrayList<>();
        IntStream.range(0, 500)
                .forEach(n ->
                        store().append(
                                        post(YODA, LUKE, "n" + n),
                                        outcome ->
                                                seqs.add(
                                                        ((PostOutcome.Posted) outcome)
                                                                .message()
                                                                .seq())));
        posted(post(YODA, LUKE, "last"));

        assertThat(seqs).isEqualTo(IntStream.rangeClosed(1, 500).mapToObj(n -> (long) n).toList());
    }

    @Test
    void anyStretchOfAChatCanBeRead() {
        for (int n = 1; n <= 200; n++) {
            boolean answers = n % 3 == 0;
            posted(post(answers ? LUKE : YODA, answers ? YODA : LUKE, "text " + n));
        }

        assertThat(store().read(CHAT, 0, 200)).hasSize(200);
        assertThat(store().read(CHAT, 70, 73))
                .extracting(Logged::text)
                .containsExactly("text 71", "text 72", "text 73");
        assertThat(store().read(CHAT, 198, 900))
                .extracting(Logged::seq)
                .containsExactly(199L, 200L);
        assertThat(store().read(CHAT, 200, 200)).isEmpty();
        assertThat(store().read(Conversation.between(LUKE, LEIA), 0, 9)).isEmpty();
    }

    @Test
    void theSameIdAgainGetsTheSameAndIsKeptOnce() {
        Logged first = posted(post(YODA, LUKE, "id", "hi"));

        assertThat(settled(post(YODA, LUKE, "id", "hi")))
                .isEqualTo(new PostOutcome.PostedBefore(first));
        assertThat(store().read(CHAT, 0, 9)).containsExactly(first);
    }

    @Test
    void theSameIdAtOnceWaitsForTheFirst() {
        List<PostOutcome> outcomes = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            store().append(post(YODA, LUKE, "id", "hi"), outcomes::add);
        }
        posted(post(YODA, LUKE, "behind"));

        assertThat(outcomes.get(0)).isInstanceOf(PostOutcome.Posted.class);
        assertThat(outcomes.subList(1, 3)).hasOnlyElementsOfType(PostOutcome.PostedBefore.class);
    }

    @Test
    void anIdForSomethingElseIsRefusedWhateverItsVerdict() {
        settled(post(YODA, LUKE, "id", "hi"));

        assertThat(refusal(settled(post(YODA, LUKE, "id", "ho")))).isEqualTo(Refusal.ID_REUSED);
        assertThat(refusal(settled(post(YODA, LEIA, "id", "hi")))).isEqualTo(Refusal.ID_REUSED);
        assertThat(refusal(settled(toAll(YODA, "id", "hi")))).isEqualTo(Refusal.ID_REUSED);
        assertThat(refusal(settled(refused(post(YODA, LUKE, "id", "")))))
                .isEqualTo(Refusal.ID_REUSED);
    }

    @Test
    void theSameIdAgainCountsMoreThanAnyVerdict() {
        Logged first = posted(post(YODA, LUKE, "id", "hi"));

        assertThat(settled(refused(post(YODA, LUKE, "id", "hi"))))
                .isEqualTo(new PostOutcome.PostedBefore(first));
    }

    @Test
    void idsAreEachUsersOwn() {
        posted(post(YODA, LEIA, "id", "hi"));

        assertThat(posted(post(LUKE, LEIA, "id", "hi")).seq()).isEqualTo(1);
    }

    @Test
    void aRefusedPostUsesUpNeitherSeqNorId() {
        assertThat(refusal(settled(refused(post(YODA, LUKE, "id", "hi")))))
                .isEqualTo(Refusal.EMPTY);

        assertThat(posted(post(YODA, LUKE, "id", "hi")).seq()).isEqualTo(1);
    }

    @Test
    void anIdIsForgottenAfterSevenDays() {
        posted(post(YODA, LUKE, "id", "hi"));

        time.move(Duration.ofDays(7).plusSeconds(1));

        assertThat(posted(post(YODA, LUKE, "id", "hi")).seq()).isEqualTo(2);
    }

    @Test
    void timeNeverDecreasesWithinAChat() {
        Logged first = posted(post(YODA, LUKE, "one"));
        time.move(Duration.ofMinutes(-5));

        assertThat(posted(post(LUKE, YODA, "two")).time()).isEqualTo(first.time());
        assertThat(posted(post(YODA, LEIA, "three")).time()).isBefore(first.time());
    }

    @Test
    void aBlockHoldsFromItsPlaceInTheQueueOn() {
        Block block = new Block(LUKE, YODA, NOON);
        posted(post(YODA, LUKE, "before"));
        block(block);

        assertThat(refusal(settled(post(YODA, LUKE, "during")))).isEqualTo(Refusal.BLOCKED);
        assertThat(posted(post(LUKE, YODA, "the other way")).seq()).isEqualTo(2);

        unblock(block);
        assertThat(posted(post(YODA, LUKE, "after")).seq()).isEqualTo(3);
    }

    @Test
    void aBroadcastReachesWhoIsOnlineAndDoesNotHideFromItsSender() {
        block(new Block(LUKE, YODA, NOON));

        PostOutcome outcome = settled(toAll(YODA, "b1", "hear me"));

        PostOutcome.Announced announced = (PostOutcome.Announced) outcome;
        assertThat(announced.recipients()).containsExactly(LEIA);
        assertThat(announced.withheld()).isTrue();
        assertThat(settled(toAll(YODA, "b1", "hear me")))
                .isEqualTo(new PostOutcome.AnnouncedBefore(announced.message(), 1, true));
    }

    @Test
    void allOfItIsThereAfterAReopening() {
        Logged first = posted(post(YODA, LUKE, "a", "one"));
        Logged second = posted(post(LUKE, YODA, "b", "two"));
        PostOutcome.Announced announced =
                (PostOutcome.Announced) settled(toAll(LEIA, "c", "to all"));
        block(new Block(LUKE, LEIA, NOON));
        store().keepSoon(CHAT, LUKE, new Cursor(1, 1, 0, 0));
        String log = store().log();

        reopen();

        assertThat(store().log()).isEqualTo(log);
        assertThat(store().read(CHAT, 0, 9)).containsExactly(first, second);
        assertThat(store().lastToEveryone()).isEqualTo(1);
        assertThat(store().chats())
                .containsExactly(
                        new StoredChat(
                                CHAT,
                                2,
                                new StoredChat.Member(2, new Cursor(1, 1, 0, 0)),
                                new StoredChat.Member(1, Cursor.START)));
        assertThat(settled(post(YODA, LUKE, "a", "one")))
                .isEqualTo(new PostOutcome.PostedBefore(first));
        assertThat(settled(toAll(LEIA, "c", "to all")))
                .isEqualTo(
                        new PostOutcome.AnnouncedBefore(
                                announced.message(), announced.recipients().size(), false));
        assertThat(refusal(settled(post(LEIA, LUKE, "hi")))).isEqualTo(Refusal.BLOCKED);
        assertThat(posted(post(YODA, LUKE, "three")).seq()).isEqualTo(3);
    }

    @Test
    void aTextComesBackExactly() {
        String text = "\ufeff e\u0301 👩‍👩‍👧‍👦 \u2028\r\n\u0001" + "z".repeat(16_000);

        posted(post(YODA, LUKE, "id 😀", text));

        assertThat(store().read(CHAT, 0, 1))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.text()).isEqualTo(text);
                    assertThat(message.id()).isEqualTo("id 😀");
                });
    }
}
