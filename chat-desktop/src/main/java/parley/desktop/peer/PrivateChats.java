package parley.desktop.peer;

import parley.identity.Fingerprint;
import parley.protocol.Event;
import parley.protocol.UserName;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// All private chats of one owner, one a person. On the strand only.
final class PrivateChats implements Lobby.Host {
    private final Map<UserName, PrivateChat> chats = new HashMap<>();
    private final Setting setting;
    private final Consumer<PeerChange> tell;
    private Consent consent;

    PrivateChats(Setting setting, Consent consent, Consumer<PeerChange> tell) {
        this.setting = setting;
        this.consent = consent;
        this.tell = tell;
        setting.lobby().servedBy(this);
    }

    /// The chat with this person, which may have nothing in it yet.
    PrivateChat with(UserName person) {
        return chats.computeIfAbsent(person, name -> new PrivateChat(name, setting, consent, tell));
    }

    /// Whom the owner lets in from now on.
    void consent(Consent newConsent) {
        consent = newConsent;
        chats.values().forEach(chat -> chat.consent(newConsent));
    }

    /// What the server says unasked; all but its sentences about private chats is ignored.
    void hear(Event event) {
        switch (event) {
            case Event.PrivateRequest request -> with(request.from()).requested(request);
            case Event.PrivateReady ready -> ready(ready);
            case Event.PrivateDeclined declined ->
                    chats.values().forEach(chat -> chat.declined(declined));
            case Event.RelayWanted(String session) -> relayWanted(session);
            case Event.Message _,
                    Event.Presence _,
                    Event.Presences _,
                    Event.Receipt _,
                    Event.Typing _,
                    Event.CaughtUp _,
                    Event.Ping _,
                    Event.Bye _ -> {}
        }
    }

    /// Who waits at the relay for a session that has ended here need not wait to the end.
    private void relayWanted(String name) {
        Optional<Session> wanted =
                chats.values().stream().flatMap(chat -> chat.called(name).stream()).findFirst();
        if (wanted.isPresent()) {
            wanted.get().relayWanted();
        } else {
            Petition.decline(setting, name);
        }
    }

    private void ready(Event.PrivateReady ready) {
        if (!with(ready.with()).ready(ready)) {
            // Taken back too late: the other side is told when it comes.
            setting.lobby().farewell(setting.introduction(ready, Acquaintance.NEW));
        }
    }

    void serverLost() {
        chats.values().forEach(PrivateChat::serverLost);
    }

    /// Ends all.
    void close() {
        chats.values().forEach(PrivateChat::end);
        setting.lobby().close();
    }

    @Override
    public Optional<Session> choosing(Fingerprint key) {
        return searching(key).filter(Session::chooses);
    }

    @Override
    public Optional<Session> chosenBy(Fingerprint key, String name) {
        return sessions().filter(session -> session.isChosenBy(key, name)).findFirst();
    }

    /// Every line may be dead.
    void moved() {
        sessions().toList().forEach(Session::probe);
    }

    @Override
    public void knocked(Fingerprint key) {
        sessions().filter(session -> session.leadsTo(key)).toList().forEach(Session::probe);
    }

    @Override
    public void turnedAway(Fingerprint key) {
        searching(key).ifPresent(Session::turnedAway);
    }

    /// The newest first: where the other side has begun anew, it is that which it comes for.
    private Optional<Session> searching(Fingerprint key) {
        return sessions().filter(session -> session.searchesFor(key)).findFirst();
    }

    private Stream<Session> sessions() {
        return chats.values().stream().flatMap(PrivateChat::sessions);
    }
}
