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
/// @param canTry whether *Try now* does something
record ConnectionWords(String sentence, Tone tone, boolean canTry) {
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
                    new ConnectionWords(TEXTS.get(cover.key(), server), Tone.GOOD, false);
            case LinkState.SignedOut() ->
                    new ConnectionWords(TEXTS.get("link.signed-out"), Tone.DOWN, false);
            case LinkState.Connecting(_, int attempt) when attempt <= 1 ->
                    new ConnectionWords(TEXTS.get("link.connecting", server), Tone.COMING, false);
            case LinkState.Connecting(Instant since, _) ->
                    new ConnectionWords(
                            TEXTS.get("link.reconnecting", times.brief(since)), Tone.COMING, false);
            case LinkState.Waiting(Instant since, _, Instant next, Trouble why) ->
                    new ConnectionWords(waiting(since, next, why, times), Tone.DOWN, true);
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
        String cause = TEXTS.get("trouble." + why.name().toLowerCase(Locale.ROOT));
        return TEXTS.get("link.waiting", cause, times.brief(since), seconds);
    }

    private static ConnectionWords stopped(Stop why) {
        return switch (why) {
            case Stop.TakenOver() ->
                    new ConnectionWords(TEXTS.get("link.taken-over"), Tone.DOWN, true);
            case Stop.Idle() -> new ConnectionWords(TEXTS.get("link.idle"), Tone.DOWN, true);
            case Stop.Removed() -> new ConnectionWords(TEXTS.get("link.removed"), Tone.DOWN, true);
            case Stop.Refused _ -> new ConnectionWords(TEXTS.get("link.refused"), Tone.DOWN, true);
        };
    }
}
