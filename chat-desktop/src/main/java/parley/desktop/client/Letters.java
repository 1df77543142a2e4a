package parley.desktop.client;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.desktop.local.Entry;
import parley.desktop.local.Entry.Failure;
import parley.desktop.net.Answer;
import parley.desktop.net.Outgoing;
import parley.desktop.net.Outgoing.Letter;
import parley.desktop.net.Outgoing.Step;
import parley.protocol.Chat;
import parley.protocol.Envelope;
import parley.protocol.Limits;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Reply.Detail;
import parley.protocol.Request;
import parley.wire.FrameCodec;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the owner says: kept on disk first, sent until it is answered, under the same id each time.
/// Lives on the loop.
final class Letters {
    private static final Logger LOG = LoggerFactory.getLogger(Letters.class);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Context context;
    private final Conversations conversations;
    private final Outgoing outgoing = new Outgoing();
    private boolean closed;

    Letters(Context context, Conversations conversations) {
        this.context = context;
        this.conversations = conversations;
        for (Entry entry : conversations.entries().unsaid()) {
            if (entry.state() instanceof Entry.State.Waiting) {
                outgoing.add(letter(entry));
            }
        }
    }

    private static Letter letter(Entry entry) {
        return new Letter(entry.id(), entry.chat(), entry.text(), entry.time());
    }

    /// Says something.
    void send(String id, Chat chat, String text) {
        Entry entry = conversations.write(id, chat, text);
        Optional<Failure> flaw = flaw(letter(entry));
        if (flaw.isPresent()) {
            conversations.failed(id, flaw.get());
        } else {
            outgoing.add(letter(entry));
            goOn();
        }
    }

    /// What the server would refuse for certain. A line over the limit would even cost the line to
    /// the server.
    private static Optional<Failure> flaw(Letter letter) {
        if (letter.text().isBlank()) {
            return Optional.of(Failure.EMPTY);
        }
        boolean tooLong =
                letter.text().getBytes(StandardCharsets.UTF_8).length > Limits.TEXT_BYTES
                        || FrameCodec.encode(request(letter)).length > Limits.MESSAGE_LINE_BYTES;
        return tooLong ? Optional.of(Failure.TOO_LONG) : Optional.empty();
    }

    private static Envelope<Request> request(Letter letter) {
        Request request =
                switch (letter.chat()) {
                    case Chat.Everyone() -> new Request.Broadcast(letter.text());
                    case Chat.With(var user) -> new Request.Message(user.toString(), letter.text());
                };
        return new Envelope<>(letter.id(), request);
    }

    void retry(String id) {
        failed(id)
                .ifPresent(entry -> {
                    outgoing.add(letter(conversations.waitsAgain(entry)));
                    goOn();
                });
    }

    void discard(String id) {
        conversations
                .entries()
                .unsaid(id)
                .filter(entry -> hasFailed(entry) || outgoing.takeBack(entry.chat(), id))
                .ifPresent(conversations::discard);
    }

    private Optional<Entry> failed(String id) {
        return conversations.entries().unsaid(id).filter(Letters::hasFailed);
    }

    private static boolean hasFailed(Entry entry) {
        return entry.state() instanceof Entry.State.Failed;
    }

    void parted() {
        outgoing.lineLost();
    }

    /// Sends nothing more: its window is closed, and who is signed in from now on may be another.
    void close() {
        closed = true;
    }

    /// Sends what may go out now.
    void goOn() {
        if (closed || !context.link().online()) {
            return;
        }
        for (Step step : outgoing.ready(context.now())) {
            switch (step) {
                case Step.Post(Letter letter) -> post(letter);
                case Step.LookUp(Letter letter) ->
                        new Lookup(context, conversations, letter).begin(found(letter));
            }
        }
    }

    private void post(Letter letter) {
        context.link().ask(letter.id(), request(letter).frame(), answer(letter));
    }

    private Answer answer(Letter letter) {
        return new Answer() {
            @Override
            public void came(Reply reply) {
                answered(letter, reply);
            }

            @Override
            public void lost() {
                later(letter, SOON);
            }
        };
    }

    private void answered(Letter letter, Reply reply) {
        switch (reply) {
            case Reply.Sent(Chat chat, long seq, Instant time) -> {
                conversations.arrived(letter.id(), seq, time);
                done(letter);
            }
            case Reply.SentToEveryone sent -> sentToEveryone(letter, sent);
            case Reply.Error(Refusal code, String message, Detail detail) ->
                    refused(letter, code, detail);
            case Reply nonsense -> {
                LOG.debug("message answered by nonsense");
                later(letter, SOON);
            }
        }
    }

    private void sentToEveryone(Letter letter, Reply.SentToEveryone sent) {
        Optional<Entry> waited = conversations.entries().unsaid(letter.id());
        conversations.arrived(letter.id(), sent.seq(), sent.time());
        waited.ifPresent(entry ->
                context.tell(
                        new Change.BroadcastReached(
                                entry.key(), sent.recipients(), sent.withheld())));
        done(letter);
    }

    private void refused(Letter letter, Refusal code, Detail detail) {
        switch (code) {
            case UNAVAILABLE, RATE_LIMITED, BUSY, NOT_SIGNED_IN -> later(letter, pause(detail));
            case BLOCKED -> failed(letter, Failure.BLOCKED);
            case UNKNOWN_USER -> failed(letter, Failure.UNKNOWN_USER);
            case TOO_LONG -> failed(letter, Failure.TOO_LONG);
            case EMPTY -> failed(letter, Failure.EMPTY);
            case SELF -> failed(letter, Failure.SELF);
            case BAD_FRAME,
                    UNKNOWN_TYPE,
                    TLS_REQUIRED,
                    PROTOCOL_VERSION,
                    LOCKED,
                    WRONG_PASSWORD,
                    BAD_TOKEN,
                    ALREADY_ONLINE,
                    YOU_BLOCKED,
                    NOT_BLOCKED,
                    ID_REUSED,
                    OFFLINE,
                    UNKNOWN_SESSION,
                    OTHER ->
                    failed(letter, Failure.REFUSED);
        }
    }

    private static Duration pause(Detail detail) {
        return detail instanceof Detail.RetryAfter(long seconds)
                ? Duration.ofSeconds(Math.clamp(seconds, 1, 3_600))
                : SOON;
    }

    private void failed(Letter letter, Failure why) {
        conversations.failed(letter.id(), why);
        done(letter);
    }

    private void done(Letter letter) {
        outgoing.answered(letter);
        goOn();
    }

    private void later(Letter letter, Duration pause) {
        outgoing.putOff(letter);
        context.loop()
                .after(
                        pause,
                        () -> {
                            outgoing.takeUp(letter);
                            goOn();
                        });
    }

    private Lookup.Found found(Letter letter) {
        return new Lookup.Found() {
            @Override
            public void yes() {
                done(letter);
            }

            @Override
            public void no() {
                outgoing.notFound(letter);
                goOn();
            }

            @Override
            public void unknown() {
                later(letter, SOON);
            }
        };
    }
}
