package parley.server.net;

import parley.protocol.ByeReason;

import java.time.Duration;

/// How a connection ends.
sealed interface Ending {
    /// The server ends it, and says why.
    record Bye(ByeReason reason) implements Ending {}

    /// The client wanted it, and is answered with this.
    record Answered(byte[] goodbye) implements Ending {}

    /// Everything was said.
    record Quiet() implements Ending {}

    /// The other side was gone first.
    record Gone() implements Ending {}

    /// How long the other side may take to read the last words.
    default Duration patience() {
        return switch (this) {
            case Bye(ByeReason reason) ->
                    reason == ByeReason.SHUTDOWN ? Duration.ofSeconds(1) : Duration.ofSeconds(3);
            case Answered _, Quiet _ -> Duration.ofSeconds(5);
            case Gone() -> Duration.ZERO;
        };
    }
}
