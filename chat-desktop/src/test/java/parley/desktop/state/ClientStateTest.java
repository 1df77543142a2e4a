package parley.desktop.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import parley.desktop.client.Change;
import parley.desktop.local.ChatSummary;
import parley.desktop.local.ChatSummary.Cursors;
import parley.desktop.local.Entry;
import parley.desktop.local.Person;
import parley.desktop.local.Snapshot;
import parley.desktop.net.ServerAddress;
import parley.desktop.peer.Acquaintance;
import parley.desktop.peer.Ending;
import parley.desktop.peer.MessageState;
import parley.desktop.peer.PeerChange;
import parley.desktop.peer.PeerMessage;
import parley.desktop.peer.PeerState;
import parley.protocol.Chat;
import parley.protocol.Status;
import parley.protocol.UserName;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class ClientStateTest {
    private static final ServerAddress BASE = new ServerAddress("rebel-base.local", 7331);
    private static final UserName YODA = UserName.of("yoda");
    private static final UserName LUKE = UserName.of("luke");
    private static final UserName LEIA = UserName.of("leia");

    private final HandTimers timers = new HandTimers(Instant.EPOCH);
    private final ClientState state = new ClientState(timers, timers);

    @BeforeEach
    void yodaIsSignedIn() {
        tell(opened(YODA));
    }

    private static Change opened(UserName me) {
        return new Change.Opened(
                BASE,
                new Snapshot(
                        me,
                        List.of(person(LUKE, Status.ONLINE), person(LEIA, Status.OFFLINE)),
                        List.of(summary(LUKE, 2, "half a thou"))));
    }

    private static Person person(UserName user, Status status) {
        return new Person(user, status, Optional.empty(), false);
    }

    private static ChatSummary summary(UserName user, int unread, String draft) {
        return new ChatSummary(Chat.with(user), Optional.empty(), unread, Cursors.NONE, draft);
    }

    private void tell(Change change) {
        ServerChanges.apply(change, state);
        state.settle();
    }

    private void tell(PeerChange change) {
        PeerChanges.apply(change, state);
        state.settle();
    }

    private void luke(PeerState now) {
        tell(new PeerChange.StateChanged(LUKE, now));
    }

    private void lukeSays(String id) {
        tell(new PeerChange.MessageArrived(LUKE, new PeerMessage(id, "word", Instant.EPOCH)));
    }

    @Test
    void theWindowIsFullBeforeTheServerAnswers() {
        assertThat(state.owner()).contains(new Owner(BASE, YODA));
        assertThat(state.people()).extracting(PersonState::user).containsExactly(LEIA, LUKE);
        assertThat(state.chat(Chat.with(LUKE)).draftProperty().get()).isEqualTo("half a thou");
    }

    @Test
    void unreadMessagesOfAllChatsAreCountedTogether() {
        tell(new Change.ChatMoved(summary(LEIA, 3, "")));
        luke(new PeerState.Direct(Acquaintance.NEW));
        lukeSays("a");

        assertThat(state.unreadProperty().get()).isEqualTo(2 + 3 + 1);

        tell(new Change.ChatMoved(summary(LEIA, 0, "")));
        state.forgetPrivate(LUKE);

        assertThat(state.unreadProperty().get()).isEqualTo(2);
    }

    @Test
    void theRosterMovesOnceForAllThatCameTogether() {
        long before = state.rosterProperty().get();
        ServerChanges.apply(new Change.PersonChanged(person(LUKE, Status.AWAY)), state);
        ServerChanges.apply(new Change.PersonChanged(person(LEIA, Status.BUSY)), state);

        state.settle();
        state.settle();

        assertThat(state.rosterProperty().get()).isEqualTo(before + 1);
    }

    @Test
    void somebodyWritesForSomeSecondsAfterTheyWereSeenTo() {
        tell(new Change.Typing(LUKE));
        assertThat(state.chat(Chat.with(LUKE)).typingProperty().get()).isTrue();

        timers.pass(TypingState.BELIEVED);

        assertThat(state.chat(Chat.with(LUKE)).typingProperty().get()).isFalse();
    }

    @Test
    void anotherOwnerSeesNothingOfTheOneBefore() {
        luke(new PeerState.Direct(Acquaintance.NEW));
        state.shownProperty().set(new Place.Privately(LUKE));

        tell(opened(UserName.of("han")));

        assertThat(state.privateChats()).isEmpty();
        assertThat(state.shownProperty().get()).isEqualTo(new Place.Nowhere());
    }

    @Test
    void theSameOwnerKeepsPlaceAndPrivateChatsWhenTheWindowIsReadAnew() {
        luke(new PeerState.Direct(Acquaintance.NEW));
        state.shownProperty().set(new Place.Privately(LUKE));

        tell(opened(YODA));

        assertThat(state.privateChat(LUKE)).isPresent();
        assertThat(state.shownProperty().get()).isEqualTo(new Place.Privately(LUKE));
    }

    @Test
    void whoSignsOutLeavesNothingBehind() {
        tell(new Change.Closed());

        assertThat(state.owner()).isEmpty();
        assertThat(state.people()).isEmpty();
        assertThat(state.chats()).isEmpty();
        assertThat(state.unreadProperty().get()).isZero();
    }

    @Test
    void aPrivateChatSaysWhenItBeganAndEndedAndReadsOnWhenBegunAnew() {
        luke(new PeerState.Direct(Acquaintance.NEW));
        lukeSays("a");
        luke(new PeerState.Reconnecting(Instant.EPOCH));
        luke(new PeerState.Direct(Acquaintance.NEW));
        luke(new PeerState.Ended(new Ending.ByOther()));
        timers.pass(Duration.ofMinutes(1));
        luke(new PeerState.Connecting());
        luke(new PeerState.Direct(Acquaintance.KNOWN));

        assertThat(state.privateChat(LUKE).orElseThrow().items())
                .hasExactlyElementsOfTypes(
                        PrivateItem.Began.class,
                        PrivateItem.Heard.class,
                        PrivateItem.Over.class,
                        PrivateItem.Began.class);
    }

    @Test
    void readingOnlyPartOfAPrivateChatLeavesTheRestUnread() {
        luke(new PeerState.Direct(Acquaintance.NEW));
        lukeSays("a");
        lukeSays("b");
        lukeSays("c");
        PrivateChatState chat = state.privateChat(LUKE).orElseThrow();

        chat.seen("b");

        assertThat(chat.unreadProperty().get()).isEqualTo(1);
    }

    @Test
    void onesOwnMessageMovesOnItsWay() {
        luke(new PeerState.Direct(Acquaintance.NEW));
        PrivateChatState chat = state.privateChat(LUKE).orElseThrow();
        PeerMessage mine = new PeerMessage("m", "word", Instant.EPOCH);
        chat.said(mine, MessageState.WAITING);

        tell(new PeerChange.MessageMoved(LUKE, "m", MessageState.DELIVERED));

        assertThat(chat.items().getLast())
                .isEqualTo(new PrivateItem.Said(mine, MessageState.DELIVERED));
    }

    @Test
    void anInvitationThatOneDeclinesLeavesNoRow() {
        luke(new PeerState.Invited(Acquaintance.NEW));
        state.shownProperty().set(new Place.Privately(LUKE));

        luke(new PeerState.Ended(new Ending.DeclinedByMe()));

        assertThat(state.privateChats()).isEmpty();
        assertThat(state.shownProperty().get()).isEqualTo(new Place.Talk(Chat.with(LUKE)));
    }

    @Test
    void onesOwnInvitationThatTheOtherDeclinesStaysAndSaysSo() {
        luke(new PeerState.Inviting());

        luke(new PeerState.Ended(new Ending.Declined()));

        assertThat(state.privateChats()).hasSize(1);
    }

    @Test
    void wordsThatCouldNotBeKeptStandWhereTheyWereWritten() {
        ChatState luke = state.chat(Chat.with(LUKE));
        luke.draftProperty().set("");

        tell(new Change.NotKept(Chat.with(LUKE), "a whole thought"));
        assertThat(luke.draftProperty().get()).isEqualTo("a whole thought");

        luke.draftProperty().set("and more");
        tell(new Change.NotKept(Chat.with(LUKE), "a whole thought"));
        assertThat(luke.draftProperty().get()).isEqualTo("a whole thought\nand more");
    }

    @Test
    void whatTheSameOwnerWritesOutlivesAReadingFromTheDiskAndAnothersComesFromThere() {
        ChatState luke = state.chat(Chat.with(LUKE));
        luke.draftProperty().set("half a thought, and a bit");

        tell(opened(YODA));
        assertThat(luke.draftProperty().get()).isEqualTo("half a thought, and a bit");

        tell(opened(LEIA));
        assertThat(state.chat(Chat.with(LUKE)).draftProperty().get()).isEqualTo("half a thou");
    }

    @Test
    void theDiskIsWellAgainOnceSomethingWasKept() {
        tell(new Change.DiskTrouble("Make room."));
        assertThat(state.diskTroubleProperty().get()).isEqualTo("Make room.");

        tell(
                new Change.Said(
                        new Entry(
                                1,
                                Chat.with(LUKE),
                                YODA,
                                "kept",
                                Instant.EPOCH,
                                "id",
                                new Entry.State.Waiting())));
        assertThat(state.diskTroubleProperty().get()).isEmpty();
    }
}
