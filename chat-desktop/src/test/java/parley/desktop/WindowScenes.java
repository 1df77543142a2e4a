package parley.desktop;

import parley.desktop.client.Change;
import parley.desktop.client.Client.Remembered;
import parley.desktop.local.ChatSummary;
import parley.desktop.local.ChatSummary.Cursors;
import parley.desktop.local.Entry;
import parley.desktop.local.Person;
import parley.desktop.local.Snapshot;
import parley.desktop.net.LinkState;
import parley.desktop.net.ServerAddress;
import parley.desktop.net.SignInOutcome;
import parley.desktop.net.Trouble;
import parley.desktop.peer.Acquaintance;
import parley.desktop.peer.KnownKey;
import parley.desktop.peer.Mark;
import parley.desktop.peer.PeerChange;
import parley.desktop.peer.PeerKeys;
import parley.desktop.peer.PeerMessage;
import parley.desktop.peer.PeerState;
import parley.desktop.state.Place;
import parley.identity.Fingerprint;
import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.Reply;
import parley.protocol.Status;
import parley.protocol.UserName;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// The whole window in each state that the look names, through the real screens.
public final class WindowScenes {
    private static final UserName YODA = UserName.of("yoda");
    private static final UserName LUKE = UserName.of("luke");
    private static final UserName LEIA = UserName.of("leia");
    private static final UserName HAN = UserName.of("han");
    private static final ServerAddress BASE = new ServerAddress("rebel-base.local", 7331);
    private static final Fingerprint KEY =
            new Fingerprint("q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA");
    private static final Fingerprint OTHER =
            new Fingerprint("EjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJCrze8");

    private WindowScenes() {}

    /// A desktop whose clock stands at 18:54.
    public static StagedDesktop desktop() {
        return new StagedDesktop(at("18:54"));
    }

    /// Each state by its name: what happens to a desktop that has just been opened.
    public static Map<String, Consumer<StagedDesktop>> all() {
        Map<String, Consumer<StagedDesktop>> all = new LinkedHashMap<>();
        all.put("login-first", _ -> {});
        all.put("login-wrong-password", login(new SignInOutcome.WrongPassword(1)));
        all.put("login-unknown", login(new SignInOutcome.UnknownUser()));
        all.put("login-locked", login(new SignInOutcome.Locked(at("18:54").plusSeconds(47))));
        all.put("login-elsewhere", login(new SignInOutcome.AlreadyOnline(at("17:02"))));
        all.put("login-no-server", login(new SignInOutcome.Unreachable(Trouble.NOTHING_LISTENS)));
        all.put("login-new-key", login(new SignInOutcome.KeyUnknown(KEY)));
        all.put("login-other-key", login(new SignInOutcome.KeyChanged(KEY, OTHER)));
        all.put("window", WindowScenes::talking);
        all.put("window-welcome", WindowScenes::signedIn);
        all.put("window-alone", WindowScenes::alone);
        all.put("window-everyone", WindowScenes::everyone);
        all.put("window-invited", WindowScenes::invited);
        all.put("window-invitation", WindowScenes::invitation);
        all.put("window-private", WindowScenes::privately);
        all.put("window-blocked", WindowScenes::blocked);
        all.put("window-waiting", WindowScenes::waiting);
        all.put("window-connecting", WindowScenes::connecting);
        all.put("window-sign-in-again", WindowScenes::signInAgain);
        all.put("window-visitors", WindowScenes::visitors);
        all.put("window-search", WindowScenes::search);
        all.put("window-search-here", WindowScenes::searchHere);
        all.put("window-export", WindowScenes::export);
        all.put("window-settings", WindowScenes::settings);
        all.put("window-verification", WindowScenes::verification);
        all.put("window-computers", WindowScenes::computers);
        all.put("window-toast", WindowScenes::toast);
        all.put("window-private-toast", WindowScenes::privateToast);
        all.put("window-long-names", WindowScenes::longNames);
        all.put("window-quitting", WindowScenes::quitting);
        all.put("window-other-key", WindowScenes::otherKey);
        return all;
    }

    private static Consumer<StagedDesktop> login(SignInOutcome outcome) {
        return desktop -> {
            desktop.type("#login-server", "rebel-base.local");
            desktop.type("#login-name", "luke");
            desktop.type("#login-password", "tatooine");
            desktop.press("#login-sign-in");
            desktop.client().answerSignIn(outcome);
            desktop.settle();
        };
    }

    private static void signedIn(StagedDesktop desktop) {
        desktop.tell(new Change.Opened(BASE, snapshot()), new Change.People(snapshot().people()));
        desktop.online(at("17:00"));
    }

    private static Snapshot snapshot() {
        return new Snapshot(
                YODA,
                List.of(
                        new Person(HAN, Status.OFFLINE, Optional.of(at("18:44")), false),
                        new Person(LEIA, Status.AWAY, Optional.of(at("16:11")), false),
                        new Person(LUKE, Status.ONLINE, Optional.of(at("17:02")), false)),
                List.of(
                        chat(
                                Chat.EVERYONE,
                                said(1, Chat.EVERYONE, HAN, "ship leaves at six", "18:41", 9),
                                3),
                        chat(
                                Chat.with(LUKE),
                                said(2, Chat.with(LUKE), LUKE, "What would you do?", "18:53", 8),
                                0),
                        chat(
                                Chat.with(LEIA),
                                said(3, Chat.with(LEIA), YODA, "see you on the bridge", "17:20", 4),
                                0)));
    }

    private static ChatSummary chat(Chat chat, Entry last, int unread) {
        return new ChatSummary(chat, Optional.of(last), unread, new Cursors(1, 4, 7, 6), "");
    }

    private static Entry said(
            long key, Chat chat, UserName from, String text, String time, long seq) {
        return new Entry(key, chat, from, text, at(time), "", new Entry.State.Said(1, seq));
    }

    private static void talking(StagedDesktop desktop) {
        privateChats(desktop);
        Chat luke = Chat.with(LUKE);
        desktop.act(deeds -> deeds.show(new Place.Talk(luke)));
        desktop.tell(
                new Change.HistoryLoaded(
                        luke,
                        List.of(
                                said(
                                        11,
                                        luke,
                                        LUKE,
                                        "Master, is the long way over the ridge still open?",
                                        "18:30",
                                        1),
                                said(12, luke, LUKE, "The droid says no.", "18:31", 2),
                                said(13, luke, YODA, "Open it is. Slow it is, too.", "18:33", 3),
                                said(
                                        14,
                                        luke,
                                        YODA,
                                        "The snow hides what the map forgets.",
                                        "18:34",
                                        4),
                                said(15, luke, LUKE, "Scan is clean.", "18:51", 5),
                                said(
                                        16,
                                        luke,
                                        LUKE,
                                        "Three tracks, all old. We could go tonight, but leia wants"
                                            + " the plans moved before anybody leaves the base.",
                                        "18:52",
                                        6),
                                said(17, luke, YODA, "Patience. At dawn, go.", "18:53", 7),
                                said(18, luke, YODA, "And take the blue lamp.", "18:53", 8)),
                        false),
                new Change.Typing(LUKE));
        desktop.settle();
    }

    private static void privateChats(StagedDesktop desktop) {
        signedIn(desktop);
        desktop.at(at("18:47"))
                .tell(new PeerChange.StateChanged(LUKE, new PeerState.Direct(Acquaintance.KNOWN)));
        desktop.at(at("18:50"))
                .tell(
                        new PeerChange.StateChanged(LEIA, new PeerState.Direct(Acquaintance.NEW)),
                        new PeerChange.MessageArrived(
                                LEIA, new PeerMessage("a", "the plans are safe", at("18:50"))));
        desktop.at(at("18:54"));
        desktop.quiet();
    }

    private static void alone(StagedDesktop desktop) {
        desktop.tell(
                new Change.Opened(BASE, new Snapshot(YODA, List.of(), List.of())),
                new Change.People(
                        List.of(
                                new Person(HAN, Status.OFFLINE, Optional.empty(), false),
                                new Person(
                                        LEIA,
                                        Status.OFFLINE,
                                        Optional.of(at("-1 16:11")),
                                        false))));
        desktop.online(at("17:00"));
        Chat leia = Chat.with(LEIA);
        desktop.act(deeds -> deeds.write(new Place.Talk(leia)));
        desktop.tell(new Change.HistoryLoaded(leia, List.of(), false));
        desktop.settle();
    }

    private static void everyone(StagedDesktop desktop) {
        signedIn(desktop);
        desktop.act(deeds -> deeds.write(new Place.Talk(Chat.EVERYONE)));
        desktop.tell(
                new Change.HistoryLoaded(
                        Chat.EVERYONE,
                        List.of(
                                said(
                                        1,
                                        Chat.EVERYONE,
                                        HAN,
                                        "Who parked the walker on my landing pad?",
                                        "-1 16:02",
                                        1),
                                said(2, Chat.EVERYONE, LEIA, "That is a sculpture.", "-1 16:04", 2),
                                said(3, Chat.EVERYONE, LUKE, "I can lift it.", "18:21", 7),
                                said(5, Chat.EVERYONE, HAN, "With my keys in it?", "18:22", 8),
                                said(6, Chat.EVERYONE, HAN, "ship leaves at six", "18:41", 9),
                                said(
                                        4,
                                        Chat.EVERYONE,
                                        YODA,
                                        "Wait for me, you must.",
                                        "18:42",
                                        10)),
                        false),
                new Change.BroadcastReached(4, 2, true),
                new Change.ChatMoved(
                        chat(
                                Chat.EVERYONE,
                                said(4, Chat.EVERYONE, YODA, "Wait for me, you must.", "18:42", 10),
                                0)));
        desktop.settle();
    }

    private static void invited(StagedDesktop desktop) {
        talking(desktop);
        desktop.tell(new PeerChange.StateChanged(HAN, new PeerState.Invited(Acquaintance.NEW)));
        desktop.settle();
    }

    private static void invitation(StagedDesktop desktop) {
        invited(desktop);
        desktop.act(deeds -> deeds.show(new Place.Privately(HAN)));
    }

    private static void privately(StagedDesktop desktop) {
        privateChats(desktop);
        desktop.act(deeds -> deeds.write(new Place.Privately(LUKE)));
        heard(desktop, "b", "Here nobody listens, you said.", "18:47");
        said(desktop, "c", "Nobody but the swamp.", "18:48");
        heard(
                desktop,
                "d",
                "Then here is where the ship stands: behind the old mill, no lights.",
                "18:52");
        said(desktop, "e", "Good. Speak of it to leia only, you must.", "18:53");
        desktop.looksAt(LUKE);
        desktop.settle();
    }

    private static void heard(StagedDesktop desktop, String id, String text, String time) {
        desktop.at(at(time))
                .tell(new PeerChange.MessageArrived(LUKE, new PeerMessage(id, text, at(time))));
    }

    private static void said(StagedDesktop desktop, String id, String text, String time) {
        desktop.at(at(time)).saysPrivately(LUKE, new PeerMessage(id, text, at(time)));
    }

    private static void blocked(StagedDesktop desktop) {
        talking(desktop);
        desktop.tell(
                new Change.PersonChanged(
                        new Person(LUKE, Status.ONLINE, Optional.of(at("17:02")), true)));
    }

    private static void waiting(StagedDesktop desktop) {
        talking(desktop);
        desktop.tell(
                new Change.Link(
                        new LinkState.Waiting(
                                at("18:49"),
                                4,
                                at("18:54").plus(Duration.ofSeconds(8)),
                                Trouble.NOTHING_LISTENS)));
        desktop.settle();
    }

    private static void connecting(StagedDesktop desktop) {
        talking(desktop);
        desktop.tell(new Change.Link(new LinkState.Connecting(at("18:49"), 3)));
        desktop.settle();
    }

    private static void signInAgain(StagedDesktop desktop) {
        desktop.client().remembers(new Remembered(BASE, YODA, true));
        talking(desktop);
        desktop.tell(
                new Change.Link(
                        new LinkState.Stopped(
                                new LinkState.Stop.Refused(new SignInOutcome.TokenRefused()))));
        desktop.settle();
    }

    private static void visitors(StagedDesktop desktop) {
        desktop.client()
                .visitors(
                        List.of(
                                new Reply.Someone.Gone(HAN, Optional.of(at("18:44"))),
                                new Reply.Someone.There(LEIA, Status.AWAY, at("16:11")),
                                new Reply.Someone.There(LUKE, Status.ONLINE, at("17:02"))));
        privateChats(desktop);
        desktop.act(deeds -> deeds.show(new Place.Visitors()));
        desktop.settle();
    }

    private static void search(StagedDesktop desktop) {
        talking(desktop);
        Chat luke = Chat.with(LUKE);
        Chat leia = Chat.with(LEIA);
        desktop.client()
                .finds(
                        new Reply.Results(
                                List.of(
                                        message(leia, LEIA, "The plans are in the droid.", 9),
                                        message(Chat.EVERYONE, HAN, "Who has the plan?", 31),
                                        message(
                                                luke,
                                                YODA,
                                                "Always in motion is the future. Difficult to see,"
                                                        + " it is, and more difficult still to plan"
                                                        + " for: patience you must have, my young"
                                                        + " friend, and a good night’s sleep before"
                                                        + " the plan is made anew.",
                                                7)),
                                "more"),
                        List.of());
        desktop.act(deeds -> deeds.write(new Place.Search()));
        desktop.type("#search-words", "plan");
        desktop.settle();
        desktop.settle();
    }

    private static ChatMessage message(Chat chat, UserName from, String text, long seq) {
        return new ChatMessage(chat, from, seq, text, at("16:2" + seq % 10), "");
    }

    private static void searchHere(StagedDesktop desktop) {
        talking(desktop);
        desktop.client()
                .findsHere(
                        List.of(
                                said(
                                        70,
                                        Chat.with(LEIA),
                                        LEIA,
                                        "The plans are in the droid.",
                                        "16:20",
                                        9)));
        desktop.act(deeds -> deeds.write(new Place.Search()));
        desktop.type("#search-words", "plans dr");
        desktop.settle();
        desktop.settle();
    }

    private static void export(StagedDesktop desktop) {
        talking(desktop);
        desktop.client().turnsTo(new CompletableFuture<>());
        desktop.chooses(Path.of(System.getProperty("java.io.tmpdir"), "Parley luke.txt"));
        desktop.exports(Chat.with(LUKE));
        desktop.settle();
    }

    private static void settings(StagedDesktop desktop) {
        talking(desktop);
        desktop.act(Deeds::settings);
        desktop.settle();
    }

    private static void verification(StagedDesktop desktop) {
        privately(desktop);
        desktop.tell(
                new PeerChange.KeysKnown(LUKE, new PeerKeys(KEY, List.of(met(KEY, Mark.NONE)))));
        desktop.act(deeds -> deeds.verify(LUKE));
        desktop.settle();
    }

    private static void computers(StagedDesktop desktop) {
        privately(desktop);
        desktop.tell(
                new PeerChange.KeysKnown(
                        LUKE,
                        new PeerKeys(
                                KEY, List.of(met(OTHER, Mark.VERIFIED), met(KEY, Mark.NONE)))));
        desktop.act(deeds -> deeds.verify(LUKE));
        desktop.settle();
    }

    private static KnownKey met(Fingerprint key, Mark mark) {
        return new KnownKey(key, mark, Optional.of(at("-1 16:11")), Optional.of(at("-1 16:20")));
    }

    private static void toast(StagedDesktop desktop) {
        talking(desktop);
        Chat leia = Chat.with(LEIA);
        desktop.tell(
                new Change.Said(
                        said(90, leia, LEIA, "Where are you? The hangar is empty.", "18:54", 12)));
        desktop.settle();
    }

    private static void privateToast(StagedDesktop desktop) {
        talking(desktop);
        desktop.tell(
                new PeerChange.MessageArrived(
                        LEIA, new PeerMessage("f", "and where are you", at("18:54"))));
        desktop.settle();
    }

    private static void longNames(StagedDesktop desktop) {
        talking(desktop);
        UserName longest = UserName.of("obi-wan.kenobi-of-stewjon-jedi-x");
        Chat chat = Chat.with(longest);
        desktop.tell(
                new Change.PersonChanged(
                        new Person(longest, Status.BUSY, Optional.of(at("11:11")), false)),
                new Change.ChatMoved(
                        chat(
                                chat,
                                said(
                                        40,
                                        chat,
                                        longest,
                                        "These are not the droids that you are looking for, are"
                                                + " they?",
                                        "-1 11:12",
                                        400),
                                300)));
        desktop.act(deeds -> deeds.show(new Place.Talk(chat)));
        desktop.tell(new Change.HistoryLoaded(chat, List.of(), false));
        desktop.settle();
    }

    private static void quitting(StagedDesktop desktop) {
        talking(desktop);
        desktop.asksToClose();
        desktop.settle();
    }

    private static void otherKey(StagedDesktop desktop) {
        privateChats(desktop);
        desktop.tell(new PeerChange.StateChanged(HAN, new PeerState.KeyChanged(OTHER)));
        desktop.act(deeds -> deeds.show(new Place.Privately(HAN)));
        desktop.settle();
    }

    /// A time on the day of the pictures: `18:53`, or `-1 18:53` for the day before.
    private static Instant at(String time) {
        boolean yesterday = time.startsWith("-1 ");
        String day = yesterday ? "2026-11-21" : "2026-11-22";
        return Instant.parse(day + "T" + (yesterday ? time.substring(3) : time) + ":00Z");
    }
}
