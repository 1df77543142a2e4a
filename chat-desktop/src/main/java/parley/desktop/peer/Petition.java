package parley.desktop.peer;

import parley.protocol.DeclineReason;
import parley.protocol.PeerAddress;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.UserName;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one session asks of the server, and what comes of it. On the strand only.
final class Petition {
    /// Declines kept until the server says which of them is this session's.
    private static final int EARLY = 8;

    private final Setting setting;
    private final Outcome outcome;
    private final Map<String, DeclineReason> early = new HashMap<>();
    private boolean hidden;

    /// Who waits for the server.
    interface Outcome {
        /// The server passes the wish on, and calls the session so.
        void introduced(String session);

        /// The server, or the other side, says no.
        void refused(Ending why);

        /// There is no server to ask.
        void serverLost();
    }

    Petition(Setting setting, Outcome outcome) {
        this.setting = setting;
        this.outcome = outcome;
    }

    /// Asks for an introduction.
    void ask(UserName person) {
        String key = setting.key().wire();
        own().ifPresent(own -> request(new Request.Private(person.toString(), own, key)));
    }

    /// Says yes to the other side's wish.
    void accept(String session) {
        String key = setting.key().wire();
        own().ifPresent(own -> request(new Request.PrivateAccept(session, own, key)));
    }

    /// Whether the server was told no address of this side's.
    boolean isHidden() {
        return hidden;
    }

    private Optional<List<PeerAddress>> own() {
        hidden = setting.disclosure().get() == Disclosure.TO_NOBODY;
        if (hidden) {
            return Optional.of(List.of());
        }
        List<PeerAddress> own = setting.own().get();
        if (own.isEmpty()) {
            outcome.serverLost();
            return Optional.empty();
        }
        return Optional.of(own);
    }

    private void request(Request request) {
        var _ =
                setting.introducer()
                        .ask(request)
                        .whenComplete((reply, failure) ->
                                setting.strand()
                                        .execute(() -> {
                                            if (failure == null) {
                                                answered(reply);
                                            } else {
                                                outcome.serverLost();
                                            }
                                        }));
    }

    private void answered(Reply reply) {
        switch (reply) {
            case Reply.Introduced(String session) when early.containsKey(session) ->
                    outcome.refused(Endings.of(early.remove(session)));
            case Reply.Introduced(String session) -> outcome.introduced(session);
            case Reply.Error error -> outcome.refused(Endings.of(error));
            default -> {
                // An acceptance is `ok`: the server's next word is `private-ready`.
            }
        }
    }

    /// The server says of a session that may be this one, whose name it has yet to tell, that it
    /// came to nothing.
    void declinedEarly(String session, DeclineReason reason) {
        if (early.size() < EARLY) {
            early.put(session, reason);
        }
    }

    /// Says no to the other side's wish, or to its wait at the relay.
    void decline(String session) {
        decline(setting, session);
    }

    /// Says no where there is no session for it.
    static void decline(Setting setting, String session) {
        var _ = setting.introducer().ask(new Request.PrivateDecline(session));
    }

    /// Takes the wish back.
    void cancel(String session) {
        tell(new Request.PrivateCancel(session));
    }

    private void tell(Request request) {
        var _ = setting.introducer().ask(request);
    }
}
