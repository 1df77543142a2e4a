package parley.desktop.sidebar;

import parley.desktop.kit.SpokenTime;
import parley.desktop.kit.Texts;
import parley.desktop.net.LinkState;
import parley.desktop.net.LinkState.Stop;
import parley.desktop.net.Trouble;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// What the foot of the sidebar says of the line to the server: what, since when.
///
/// @param sentence for people
/// @param tone how it stands
/// @param verb what one can do about it; empty for nothing
record ConnectionWords(String sentence, Tone tone, String verb) {
    private static final Texts TEXTS = Texts.of(ConnectionWords.class);

    /// How the line stands, as the dot before the sentence shows it.
    enum Tone {
        GOOD,
        COMING,
        DOWN
    }

    /// The words for a line to this server.
    ///
    /// @param cover what the line is protected by, while it stands
    static ConnectionWords of(LinkState link, String server, Cover cover, SpokenTime times) {
        return switch (link) {
            case LinkState.Online _ ->
                    new ConnectionWords(TEXTS.get(cover.key(), server), Tone.GOOD, "");
            case LinkState.SignedOut() ->
                    new ConnectionWords(TEXTS.get("link.signed-out"), Tone.DOWN, "");
            case LinkState.Connecting(_, int attempt) when attempt <= 1 ->
                    new ConnectionWords(TEXTS.get("link.connecting", server), Tone.COMING, "");
            case LinkState.Connecting(Instant since, _) ->
                    new ConnectionWords(
                            TEXTS.get("link.reconnecting", times.brief(since)), Tone.COMING, "");
            case LinkState.Waiting(Instant since, _, Instant next, Trouble why) ->
                    tryNow(waiting(since, next, why, times));
            case LinkState.Stopped(Stop why) -> stopped(why);
        };
    }

    /// What protects the line.
    enum Cover {
        TLS("link.online.encrypted"),
        THIS_MACHINE("link.online");

        private final String key;

        Cover(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    private static String waiting(Instant since, Instant next, Trouble why, SpokenTime times) {
        long seconds = Math.max(0, Duration.between(times.clock().instant(), next).toSeconds());
        String key = "trouble." + why.name().toLowerCase(Locale.ROOT);
        return TEXTS.get("link.waiting", TEXTS.get(key, times.brief(since)), seconds);
    }

    private static ConnectionWords stopped(Stop why) {
        return switch (why) {
            case Stop.TakenOver() -> tryNow(TEXTS.get("link.taken-over"));
            case Stop.Idle() -> tryNow(TEXTS.get("link.idle"));
            case Stop.Removed() -> signIn(TEXTS.get("link.removed"));
            case Stop.Refused _ -> signIn(TEXTS.get("link.refused"));
        };
    }

    private static ConnectionWords tryNow(String sentence) {
        return new ConnectionWords(sentence, Tone.DOWN, TEXTS.get("link.try"));
    }

    private static ConnectionWords signIn(String sentence) {
        return new ConnectionWords(sentence, Tone.DOWN, TEXTS.get("link.sign-in"));
    }
}
