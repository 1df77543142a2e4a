package parley.desktop.client;

import parley.desktop.net.Answer;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Reply.Detail;
import parley.protocol.Request;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Asks for a list that comes in parts, one after the other. Lives on the loop, and ends silently
/// with the line.
///
/// @param <T> what is listed
final class Listing<T> implements Answer {
    /// A server that never comes to an end is not believed beyond this.
    private static final int PARTS = 10_000;

    private final Context context;
    private final Function<String, Request> request;
    private final Function<Reply, Optional<Part<T>>> reading;
    private final Consumer<List<T>> taking;
    private final Consumer<End> ending;
    private String after = "";
    private int parts;

    /// One part.
    ///
    /// @param next behind which name the list goes on; empty at its end
    record Part<T>(List<T> items, String next) {}

    /// How a listing ended.
    enum End {
        /// With its last part.
        WHOLE,
        /// The server refused, or made no sense.
        REFUSED,
        /// The line went.
        LOST
    }

    /// @param request the request for the part behind this name
    /// @param reading the part that a reply is
    /// @param taking takes each part
    /// @param ending called once
    Listing(
            Context context,
            Function<String, Request> request,
            Function<Reply, Optional<Part<T>>> reading,
            Consumer<List<T>> taking,
            Consumer<End> ending) {
        this.context = context;
        this.request = request;
        this.reading = reading;
        this.taking = taking;
        this.ending = ending;
    }

    void begin() {
        context.link().ask(request.apply(after), this);
    }

    @Override
    public void came(Reply reply) {
        if (reply instanceof Reply.Error error && isForNow(error.code())) {
            context.loop().after(pause(error.detail()), this::begin);
            return;
        }
        reading.apply(reply).ifPresentOrElse(this::take, () -> ending.accept(End.REFUSED));
    }

    private static boolean isForNow(Refusal code) {
        return code == Refusal.UNAVAILABLE || code == Refusal.RATE_LIMITED || code == Refusal.BUSY;
    }

    private static Duration pause(Detail detail) {
        return detail instanceof Detail.RetryAfter(long seconds)
                ? Duration.ofSeconds(Math.clamp(seconds, 1, 3_600))
                : Duration.ofSeconds(2);
    }

    private void take(Part<T> part) {
        taking.accept(part.items);
        boolean goesOn = !part.next.isEmpty() && !part.next.equals(after) && ++parts < PARTS;
        if (goesOn) {
            after = part.next;
            begin();
        } else {
            ending.accept(End.WHOLE);
        }
    }

    @Override
    public void lost() {
        ending.accept(End.LOST);
    }
}
