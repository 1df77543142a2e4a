package parley.desktop.net;

import org.jspecify.annotations.Nullable;

import parley.desktop.net.Dialer.Cover;
import parley.desktop.net.Dialer.Dialed;
import parley.identity.Fingerprint;
import parley.protocol.Event;
import parley.protocol.Limits;
import parley.protocol.PresenceMode;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;

import java.time.Duration;
import java.time.InstantSource;

/// One try to sign in, from the first packet to the server's answer. A server that wants TLS where
/// a plain line would do gets it, within the same try. Lives on the loop; its outcome is told once,
/// and not at all after a cancel.
final class Approach implements Line.Ears, Answer {
    /// How long it may take.
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Loop loop;
    private final Dialer dialer;
    private final InstantSource clock;
    private final Request.Login words;
    private final ServerAddress server;
    private final Outcome outcome;
    private Cover cover;
    private Dialer.@Nullable Attempt dialling;
    private @Nullable Line line;
    private boolean over;

    /// Hears what comes of it.
    interface Outcome {
        /// The server has let somebody in. The line has no other ears yet than deaf ones.
        void entered(Line line, Reply.Welcome welcome, Cover cover);

        void failed(Trouble why);

        void refused(SignInOutcome why);
    }

    Approach(
            Loop loop,
            Dialer dialer,
            InstantSource clock,
            String program,
            SignIn how,
            Cover cover,
            Outcome outcome) {
        this.loop = loop;
        this.dialer = dialer;
        this.clock = clock;
        this.server = how.server();
        this.cover = cover;
        this.outcome = outcome;
        this.words =
                new Request.Login(
                        how.user(),
                        how.proof(),
                        program,
                        true,
                        PresenceMode.BATCH,
                        how.takeover(),
                        Limits.PROTOCOL);
    }

    void begin() {
        loop.after(PATIENCE, () -> fail(Trouble.NO_ANSWER));
        dial();
    }

    private void dial() {
        dialling = dialer.dial(server, cover, this::dialed);
    }

    private void dialed(Dialed dialed) {
        if (over) {
            return;
        }
        switch (dialed) {
            case Dialed.Connected(Wire wire) -> speak(wire);
            case Dialed.Failed(Trouble why) -> fail(why);
            case Dialed.KeyUnknown(Fingerprint shown) ->
                    refuse(new SignInOutcome.KeyUnknown(shown));
            case Dialed.KeyChanged(Fingerprint known, Fingerprint shown) ->
                    refuse(new SignInOutcome.KeyChanged(known, shown));
        }
    }

    private void speak(Wire wire) {
        Line fresh = new Line(wire, loop, clock, this);
        line = fresh;
        fresh.start();
        fresh.ask(words, this);
    }

    @Override
    public void came(Reply reply) {
        Line present = line;
        if (over || present == null) {
            return;
        }
        switch (reply) {
            case Reply.Welcome welcome -> {
                over = true;
                present.listen(new Deaf());
                outcome.entered(present, welcome, cover);
            }
            case Reply.Error(Refusal code, var message, var detail)
                    when code == Refusal.TLS_REQUIRED && !present.encrypted() ->
                    dialAgainWithTls(present);
            case Reply.Error error -> refuse(RefusedSignIn.outcome(error, clock.instant()));
            case Reply nonsense -> fail(Trouble.NOT_PARLEY);
        }
    }

    private void dialAgainWithTls(Line plain) {
        cover = Cover.ALWAYS;
        plain.listen(new Deaf());
        plain.close();
        dial();
    }

    /// The end of the line says the same.
    @Override
    public void lost() {}

    @Override
    public void told(Event event) {
        if (event instanceof Event.Bye) {
            fail(Trouble.BROKEN);
        }
    }

    @Override
    public void ended(Trouble why) {
        fail(why);
    }

    private void fail(Trouble why) {
        if (!over) {
            cancel();
            outcome.failed(why);
        }
    }

    private void refuse(SignInOutcome why) {
        if (!over) {
            cancel();
            outcome.refused(why);
        }
    }

    /// Gives up, without a word.
    void cancel() {
        over = true;
        Dialer.Attempt attempt = dialling;
        Line present = line;
        if (attempt != null) {
            attempt.cancel();
        }
        if (present != null) {
            present.listen(new Deaf());
            present.close();
        }
    }
}
