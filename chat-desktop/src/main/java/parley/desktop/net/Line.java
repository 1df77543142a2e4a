package parley.desktop.net;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.identity.Fingerprint;
import parley.protocol.Envelope;
import parley.protocol.Event;
import parley.protocol.Limits;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.wire.Decoded;
import parley.wire.FrameCodec;
import parley.wire.Heard;
import parley.wire.Heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One connection to a server, from its first word to its end: matches replies with requests, asks
/// a silent server whether it is there, and ends where it is not, answers nothing, or talks
/// nonsense.
///
/// Lives on the loop. What it says leaves with the turn.
final class Line implements Wire.Ears {
    /// Silence after which the server is asked whether it is there.
    static final Duration PING_AFTER = Duration.ofSeconds(10);

    /// Silence after which it is not.
    static final Duration DEAD_AFTER = Duration.ofSeconds(15);

    /// How long a server has to show that it is there, when it is in doubt.
    static final Duration PROVE_WITHIN = Duration.ofSeconds(3);

    /// How long a request may go unanswered: a server that is there and does not answer is broken.
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    /// Requests under way at once; a desktop that asks more has lost its way.
    static final int REQUESTS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private final Wire wire;
    private final Loop loop;
    private final InstantSource clock;
    private Ears ears;
    private final Heartbeat heartbeat;
    private final Map<String, Asked> unanswered = new LinkedHashMap<>();
    private Instant heardAt;
    private Instant heardBefore;
    private long heardNanos;
    private long requests;
    private int nonsense;
    private boolean waiting;
    private boolean spoken;
    private boolean over;

    /// Who hears what comes on a line.
    interface Ears {
        void told(Event event);

        /// The line is over; the last thing that is heard. Unanswered requests have been told.
        void ended(Trouble why);
    }

    /// A request under way.
    ///
    /// @param due when its answer is overdue, in nanoseconds of the loop
    private record Asked(Answer answer, long due) {}

    Line(Wire wire, Loop loop, InstantSource clock, Ears ears) {
        this.wire = wire;
        this.loop = loop;
        this.clock = clock;
        this.ears = ears;
        this.heardAt = clock.instant();
        this.heardBefore = heardAt;
        this.heardNanos = loop.nanoTime();
        this.heartbeat = new Heartbeat(PING_AFTER, DEAD_AFTER, heardNanos);
    }

    void start() {
        wire.start(this);
        lookLater();
    }

    /// From now on somebody else hears what comes.
    void listen(Ears next) {
        ears = next;
    }

    /// Says something that nothing answers.
    void say(Request notice) {
        write(new Envelope<>("", notice));
    }

    /// Asks under an id of the line's own.
    void ask(Request request, Answer answer) {
        ask("r" + ++requests, request, answer);
    }

    /// Asks under this id.
    void ask(String id, Request request, Answer answer) {
        if (over || unanswered.size() >= REQUESTS) {
            answer.lost();
            return;
        }
        unanswered.put(id, new Asked(answer, loop.nanoTime() + ANSWER_WITHIN.toNanos()));
        if (!waiting) {
            awaitAnswer(ANSWER_WITHIN);
        }
        write(new Envelope<>(id, request));
    }

    /// One timer for all requests: one for each would keep what was answered long ago.
    private void awaitAnswer(Duration longest) {
        waiting = true;
        loop.after(longest, this::expectAnswer);
    }

    private void expectAnswer() {
        waiting = false;
        if (unanswered.isEmpty()) {
            return;
        }
        long left = unanswered.values().iterator().next().due() - loop.nanoTime();
        if (left > 0) {
            awaitAnswer(Duration.ofNanos(left));
        } else {
            LOG.debug("request unanswered for {}", ANSWER_WITHIN);
            end(Trouble.NO_ANSWER);
        }
    }

    private void write(Envelope<Request> request) {
        byte[] line = FrameCodec.encode(request);
        loop.leave(() -> offer(line));
    }

    private void offer(byte[] line) {
        if (!over && !wire.offer(line)) {
            loop.execute(() -> end(Trouble.BROKEN));
        }
    }

    @Override
    public void heard(Decoded<Heard> line) {
        if (over) {
            return;
        }
        heardNanos = loop.nanoTime();
        heartbeat.heard(heardNanos);
        heardBefore = heardAt;
        heardAt = clock.instant();
        switch (line) {
            case Decoded.Frame<Heard>(Heard frame) -> {
                spoken = true;
                nonsense = 0;
                understood(frame);
            }
            case Decoded.Broken<Heard> broken -> misunderstood(broken);
        }
    }

    private void understood(Heard frame) {
        switch (frame) {
            case Heard.Answer(String tag, Reply reply) -> answered(tag, reply);
            case Heard.Told(Event.Ping()) -> say(new Request.Pong());
            case Heard.Told(Event event) -> ears.told(event);
            case Heard.Unknown(String type) -> LOG.debug("unknown sentence type={}", type);
        }
    }

    /// An error that carries no id answers what no request asked: the server's word on a whole
    /// line, as in `tls-required`. It concerns the oldest request.
    private void answered(String tag, Reply reply) {
        boolean stray = tag.isEmpty() && reply instanceof Reply.Error && !unanswered.isEmpty();
        Asked asked = unanswered.remove(stray ? unanswered.keySet().iterator().next() : tag);
        if (asked != null) {
            asked.answer().came(reply);
        }
    }

    private void misunderstood(Decoded.Broken<Heard> broken) {
        LOG.debug("nonsense heard: {}", broken.message());
        if (!spoken) {
            end(Trouble.NOT_PARLEY);
        } else if (broken.severity() == Decoded.Severity.CONNECTION
                || ++nonsense >= Limits.BROKEN_IN_A_ROW) {
            end(Trouble.BROKEN);
        } else {
            Asked asked = unanswered.remove(broken.tag());
            if (asked != null) {
                asked.answer().lost();
            }
        }
    }

    /// When something was heard before the last thing that was.
    Instant heardBefore() {
        return heardBefore;
    }

    boolean loopback() {
        return wire.loopback();
    }

    /// The key that the server has shown on this line, where it is encrypted.
    Optional<Fingerprint> key() {
        return wire.key();
    }

    boolean encrypted() {
        return wire.key().isPresent();
    }

    @Override
    public void ended(Trouble why) {
        end(!spoken && why == Trouble.BROKEN ? Trouble.NOT_PARLEY : why);
    }

    /// Asks the server now whether it is there, and ends the line where it does not say so soon.
    void prove() {
        long asked = loop.nanoTime();
        say(new Request.Ping());
        loop.after(
                PROVE_WITHIN,
                () -> {
                    if (heardNanos < asked) {
                        end(Trouble.NO_ANSWER);
                    }
                });
    }

    private void lookLater() {
        long left = Math.max(0, heartbeat.nextLook() - loop.nanoTime());
        loop.after(Duration.ofNanos(left), this::look);
    }

    private void look() {
        if (over) {
            return;
        }
        switch (heartbeat.judge(loop.nanoTime())) {
            case FINE -> lookLater();
            case ASK -> {
                say(new Request.Ping());
                lookLater();
            }
            case DEAD -> end(Trouble.NO_ANSWER);
        }
    }

    /// Ends the line from this side, without a word to its ears.
    void close() {
        if (!over) {
            over = true;
            wire.close();
            loseAll();
        }
    }

    private void end(Trouble why) {
        if (!over) {
            close();
            ears.ended(why);
        }
    }

    private void loseAll() {
        List<Asked> lost = new ArrayList<>(unanswered.values());
        unanswered.clear();
        lost.forEach(asked -> asked.answer().lost());
    }
}
