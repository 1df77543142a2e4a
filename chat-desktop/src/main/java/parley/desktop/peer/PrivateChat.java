package parley.desktop.peer;

import org.jspecify.annotations.Nullable;

import parley.identity.Fingerprint;
import parley.protocol.Event;
import parley.protocol.UserName;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The private chat with one person: at most one session that runs, and one that may come to take
/// its place, where the other side asks anew although its old line has not been found dead yet.
/// What was said belongs to the chat ([Dialogue]), so that it goes over from the one to the other.
/// On the strand only.
final class PrivateChat implements Session.Owner {
    private final UserName person;
    private final Setting setting;
    private final Consumer<PeerChange> tell;
    private final Dialogue dialogue;
    private @Nullable Session running;
    private @Nullable Session coming;
    private Event.@Nullable PrivateRequest crossing;
    private @Nullable PeerState told;
    private Ending last = new Ending.ByMe();
    private Consent consent;

    PrivateChat(UserName person, Setting setting, Consent consent, Consumer<PeerChange> tell) {
        this.person = person;
        this.setting = setting;
        this.consent = consent;
        this.tell = tell;
        this.dialogue = new Dialogue(person, setting, tell);
    }

    /// Whom the owner lets in from now on.
    void consent(Consent newConsent) {
        consent = newConsent;
    }

    // ---- what the owner wants

    /// Asks for the chat, also where the last try has found no way; or accepts where the other side
    /// has asked.
    void open() {
        Session before = coming;
        if (isWayless(before) || before == null && (running == null || isWayless(running))) {
            begin();
            if (before != null) {
                before.leave();
            }
        } else if (coming != null && invitedWith(coming) != Acquaintance.CHANGED) {
            coming.accept();
        }
    }

    private static boolean isWayless(@Nullable Session session) {
        return session != null && session.stage() instanceof Stage.NoWay;
    }

    private void begin() {
        Session session = Session.wanted(person, setting, this);
        coming = session;
        update();
        session.ask();
    }

    /// Takes the server's relay, where the other side wants it or no other way was found.
    void relay(Acceptance acceptance) {
        if (acceptance == Acceptance.FROM_NOW_ON) {
            setting.known().relays(person, acceptance);
        }
        sessions().forEach(Session::relay);
    }

    /// Sets whether the relay is taken without asking the next time.
    void relayConsent(Acceptance acceptance) {
        setting.known().relays(person, acceptance);
        sessions().forEach(session -> session.relayConsent(acceptance));
    }

    private static Acquaintance invitedWith(Session session) {
        return session.stage() instanceof Stage.Invited invited
                ? invited.acquaintance()
                : Acquaintance.CHANGED;
    }

    /// Says yes to the other side, or to its new key.
    void accept(Acceptance acceptance) {
        if (coming == null) {
            return;
        }
        switch (coming.stage()) {
            case Stage.Invited(_, Fingerprint key, Acquaintance known) -> {
                note(key, known, acceptance);
                coming.accept();
            }
            case Stage.Doubting(Introduction introduction, _) -> {
                note(introduction.key(), Acquaintance.CHANGED, acceptance);
                coming.goOn();
            }
            case Stage.Asking _,
                    Stage.Accepted _,
                    Stage.Searching _,
                    Stage.NoWay _,
                    Stage.Talking _,
                    Stage.Over _ -> {}
        }
    }

    private void note(Fingerprint key, Acquaintance known, Acceptance acceptance) {
        switch (acceptance) {
            case FROM_NOW_ON -> setting.known().welcome(person, key);
            case THIS_TIME -> {
                if (known == Acquaintance.CHANGED) {
                    setting.known().remember(person, key);
                }
            }
        }
    }

    /// Takes back the owner's own request.
    void cancel() {
        if (coming != null && coming.stage() instanceof Stage.Asking) {
            coming.leave();
        }
    }

    /// Says no to what asks the owner, and leaves a running session as it is.
    void decline() {
        if (sessions().anyMatch(session -> session.stage() instanceof Stage.Wanted)) {
            sessions().forEach(Session::declineRelay);
        } else if (coming != null && coming.stage().asksOwner()) {
            coming.leave();
        }
    }

    /// Ends whatever there is.
    void end() {
        if (coming != null) {
            coming.leave();
        }
        if (running != null) {
            running.leave();
        }
    }

    /// Says something, now or once there is a line.
    void send(PeerMessage message) {
        dialogue.send(message);
        giveUpWhereAlone();
    }

    /// Offers a file, now or once there is a line.
    void offer(String file, Path path) {
        dialogue.offer(file, path);
        giveUpWhereAlone();
    }

    private void giveUpWhereAlone() {
        if (coming == null && running == null) {
            dialogue.giveUp();
        }
    }

    /// What is said here, for whatever else the owner does with it.
    Dialogue dialogue() {
        return dialogue;
    }

    // ---- what the server says

    /// The other side wants a private chat.
    void requested(Event.PrivateRequest request) {
        Session before = coming;
        if (before == null) {
            invite(request, sameKeyRuns(running, new Fingerprint(request.key())));
            return;
        }
        switch (before.stage()) {
            case Stage.Asking _ -> crossing = request;
            case Stage.Invited invited when invited.session().equals(request.session()) ->
                    before.askedAgain(new Fingerprint(request.key()));
            case Stage.Invited _,
                    Stage.Accepted _,
                    Stage.Doubting _,
                    Stage.Searching _,
                    Stage.NoWay _,
                    Stage.Talking _,
                    Stage.Over _ -> {
                boolean same =
                        sameKeyRuns(before, new Fingerprint(request.key()))
                                || sameKeyRuns(running, new Fingerprint(request.key()));
                invite(request, same);
                before.leave();
            }
        }
    }

    private static boolean sameKeyRuns(@Nullable Session session, Fingerprint key) {
        return session != null && session.leadsTo(key);
    }

    private void invite(Event.PrivateRequest request, boolean agreedAlready) {
        if (consent == Consent.NOBODY && !agreedAlready) {
            Petition.decline(setting, request.session());
            return;
        }
        Session session = Session.invitation(request, setting, this);
        coming = session;
        if (admits(invitedWith(session), agreedAlready)) {
            session.accept();
        } else {
            update();
        }
    }

    private boolean admits(Acquaintance known, boolean agreedAlready) {
        return switch (known) {
            case CHANGED -> false;
            case WELCOME -> true;
            case NEW, KNOWN -> agreedAlready || consent == Consent.EVERYONE;
        };
    }

    /// The server has brought the two together; false where nobody here waits for that.
    boolean ready(Event.PrivateReady ready) {
        if (coming == null || !coming.stage().mayBe(ready.session())) {
            return false;
        }
        crossing = null;
        coming.ready(ready);
        return true;
    }

    /// The server says that a request came to nothing; perhaps not one of this chat.
    void declined(Event.PrivateDeclined declined) {
        if (crossing != null && crossing.session().equals(declined.session())) {
            crossing = null;
        }
        if (coming != null && coming.stage().mayBe(declined.session())) {
            coming.declined(declined.session(), declined.reason());
        }
        called(declined.session()).ifPresent(Session::relayDeclined);
    }

    /// The session that the server calls so, once it has brought the two together.
    Optional<Session> called(String name) {
        return sessions().filter(session -> session.isCalled(name)).findFirst();
    }

    void serverLost() {
        crossing = null;
        if (coming != null) {
            coming.serverLost();
        }
    }

    // ---- what its sessions say

    @Override
    public void moved(Session session) {
        switch (session.stage()) {
            case Stage.Over(Ending why) -> ended(session, why);
            case Stage.Reconnecting _ -> dialogue.broke();
            case Stage.Arranging _,
                    Stage.Doubting _,
                    Stage.Searching _,
                    Stage.NoWay _,
                    Stage.Talking _ -> {}
        }
        update();
    }

    private void ended(Session session, Ending why) {
        if (session.equals(coming)) {
            coming = null;
            last = why;
        } else if (session.equals(running)) {
            running = null;
            last = why;
            dialogue.parted();
        } else {
            return;
        }
        Event.PrivateRequest theirs = crossing;
        crossing = null;
        if (theirs != null) {
            invite(theirs, false);
        } else if (coming == null && running == null) {
            dialogue.over();
        }
    }

    @Override
    public void joined(Session session) {
        if (session.equals(coming)) {
            takeOver(session);
        }
        dialogue.joined(session);
        update();
    }

    /// What the old session had not confirmed goes to the same desktop again, but not to another
    /// one.
    private void takeOver(Session session) {
        Session old = running;
        running = session;
        coming = null;
        if (old != null) {
            if (session.stage().together().filter(to -> old.leadsTo(to.key())).isEmpty()) {
                dialogue.giveUp();
            }
            old.leave();
        }
    }

    @Override
    public void heard(Session session, PeerFrame.Talk said) {
        dialogue.heard(session, said);
    }

    /// The session that has, or may have, a line.
    Stream<Session> sessions() {
        return Stream.of(Optional.ofNullable(coming), Optional.ofNullable(running))
                .flatMap(Optional::stream);
    }

    // ---- what the owner is told

    private void update() {
        foremost().flatMap(session -> session.stage().key()).ifPresent(dialogue::lookAt);
        PeerState now = shown();
        if (!now.equals(told)) {
            told = now;
            tell.accept(new PeerChange.StateChanged(person, now));
        }
    }

    /// A question to the owner comes first, then a line that is open, then what may yet become one.
    private PeerState shown() {
        return foremost()
                .map(session -> session.stage().shown())
                .orElseGet(() -> new PeerState.Ended(last));
    }

    private Optional<Session> foremost() {
        boolean isComing = coming != null && (coming.stage().asksOwner() || !runs());
        return Optional.ofNullable(isComing ? coming : running);
    }

    private boolean runs() {
        return running != null && running.stage() instanceof Stage.Talking;
    }
}
