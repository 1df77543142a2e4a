package parley.desktop.net;

import parley.identity.Fingerprint;
import parley.protocol.Envelope;
import parley.protocol.Event;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.wire.Decoded;
import parley.wire.FrameCodec;
import parley.wire.Heard;
import parley.wire.RawFrame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Dials nobody: the test says what comes of each attempt, and plays the server.
final class FakeDialer implements Dialer {
    final List<Dialled> attempts = new ArrayList<>();

    /// One attempt.
    static final class Dialled implements Attempt {
        final ServerAddress server;
        final Cover cover;
        private final Consumer<Dialed> done;
        boolean cancelled;

        private Dialled(ServerAddress server, Cover cover, Consumer<Dialed> done) {
            this.server = server;
            this.cover = cover;
            this.done = done;
        }

        void becomes(Dialed dialed) {
            done.accept(dialed);
        }

        FakeWire connects() {
            FakeWire wire = new FakeWire();
            becomes(new Dialed.Connected(wire));
            return wire;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    @Override
    public Attempt dial(ServerAddress server, Cover cover, Consumer<Dialed> done) {
        Dialled dialled = new Dialled(server, cover, done);
        attempts.add(dialled);
        return dialled;
    }

    Dialled last() {
        return attempts.getLast();
    }

    /// Nobody listens yet.
    private static final class Unheard implements Wire.Ears {
        @Override
        public void heard(Decoded<Heard> line) {}

        @Override
        public void ended(Trouble why) {}
    }

    /// The server's end of a connection.
    static final class FakeWire implements Wire {
        final List<Envelope<Request>> said = new ArrayList<>();
        private Ears ears = new Unheard();
        boolean closed;
        boolean full;

        @Override
        public void start(Ears listening) {
            ears = listening;
        }

        @Override
        public boolean offer(byte[] line) {
            if (full) {
                return false;
            }
            Decoded.Frame<RawFrame> raw =
                    (Decoded.Frame<RawFrame>) FrameCodec.parse(line, 0, line.length - 1);
            said.add(((Decoded.Frame<Envelope<Request>>) FrameCodec.request(raw.frame())).frame());
            return true;
        }

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public boolean loopback() {
            return true;
        }

        @Override
        public Optional<Fingerprint> key() {
            return Optional.empty();
        }

        void answers(Reply reply) {
            says(FrameCodec.encodeReply(new Envelope<>(said.getLast().tag(), reply)));
        }

        void tells(Event event) {
            says(FrameCodec.encode(event));
        }

        void says(byte[] line) {
            Decoded<Heard> heard = FrameCodec.heard(line, 0, line.length - 1);
            ears.heard(heard);
        }

        void ends(Trouble why) {
            ears.ended(why);
        }
    }
}
