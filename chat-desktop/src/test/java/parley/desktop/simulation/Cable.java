package parley.desktop.simulation;

import parley.desktop.net.Trouble;
import parley.desktop.net.Wire;
import parley.identity.Fingerprint;
import parley.server.net.SteppedSession;
import parley.wire.Decoded;
import parley.wire.FrameCodec;
import parley.wire.Heard;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// A connection between a desktop and the server: in order either way, and what is under way when
/// it is cut is lost. Either end may take long to notice, or be left to its own timers.
final class Cable implements Wire {
    private static final Duration NOTICES = Duration.ofSeconds(3);
    private static final Duration SERVER_DROPS = Duration.ofSeconds(45);

    private final World world;
    private final Machine machine;
    private final TurnLoop loop;
    private final Host host;
    private final SteppedSession session;
    private Ears ears = new Unheard();
    private long upAt;
    private long downAt;
    private boolean cut;
    private boolean closed;

    /// Nobody listens yet.
    private static final class Unheard implements Ears {
        @Override
        public void heard(Decoded<Heard> line) {}

        @Override
        public void ended(Trouble why) {}
    }

    Cable(World world, Machine machine, TurnLoop loop, Host host) {
        this.world = world;
        this.machine = machine;
        this.loop = loop;
        this.host = host;
        this.session = host.accept(this, new Down());
    }

    @Override
    public void start(Ears listening) {
        ears = listening;
    }

    @Override
    public boolean offer(byte[] line) {
        if (closed) {
            return false;
        }
        machine.witness().says(machine, line);
        maybeCut();
        up(line);
        if (world.chance(machine.odds().repeat()) && mayComeTwice(line)) {
            up(line);
        }
        return true;
    }

    /// A server must not mind what it is told again.
    private static boolean mayComeTwice(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        return text.contains("\"message\"")
                || text.contains("\"broadcast\"")
                || text.contains("\"delivered\"");
    }

    private void up(byte[] line) {
        byte[] bare = Arrays.copyOf(line, line.length - 1);
        up(() -> session.hear(bare));
    }

    private void up(Runnable arrival) {
        upAt = Math.max(upAt + 1, world.nanos() + world.moment().toNanos());
        world.at(
                upAt,
                () -> {
                    if (!cut && host.serves(this)) {
                        arrival.run();
                    }
                });
    }

    private void down(Runnable arrival) {
        downAt = Math.max(downAt + 1, world.nanos() + world.moment().toNanos());
        world.at(
                downAt,
                () -> {
                    if (!cut) {
                        loop.execute(() -> {
                            if (!closed) {
                                arrival.run();
                            }
                        });
                    }
                });
    }

    private void maybeCut() {
        if (world.chance(machine.odds().cut())) {
            cut();
        }
    }

    /// Cuts it; what is under way never arrives.
    void cut() {
        if (cut) {
            return;
        }
        cut = true;
        clientNotices();
        serverNotices();
    }

    private void clientNotices() {
        if (!world.chance(machine.odds().silent())) {
            world.after(world.upTo(NOTICES), () -> loop.execute(this::broke));
        }
    }

    private void broke() {
        if (!closed) {
            ears.ended(Trouble.BROKEN);
        }
    }

    private void serverNotices() {
        boolean silent = world.chance(machine.odds().silent());
        world.after(
                silent ? SERVER_DROPS : world.upTo(NOTICES),
                () -> {
                    if (host.serves(this)) {
                        session.gone();
                    }
                });
    }

    /// The desktop has died.
    void clientDied() {
        closed = true;
        if (!cut) {
            cut = true;
            serverNotices();
        }
    }

    /// The server has died.
    void serverDied() {
        if (!cut) {
            cut = true;
            clientNotices();
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            up(session::gone);
        }
    }

    /// What the server writes.
    private final class Down extends OutputStream {
        @Override
        public void write(int one) {
            throw new IllegalStateException("lines are written whole");
        }

        @Override
        public void write(byte[] lines, int from, int length) {
            int begin = from;
            for (int at = from; at < from + length; at++) {
                if (lines[at] == '\n') {
                    line(Arrays.copyOfRange(lines, begin, at));
                    begin = at + 1;
                }
            }
        }

        private void line(byte[] line) {
            maybeCut();
            down(() -> ears.heard(FrameCodec.heard(line, 0, line.length)));
        }
    }

    /// Whether the desktop would answer a `ping`.
    boolean answers() {
        return !cut && !closed;
    }

    /// The server closes its end, behind what was written.
    void serverCloses() {
        down(this::broke);
    }

    @Override
    public boolean loopback() {
        return true;
    }

    @Override
    public Optional<Fingerprint> key() {
        return Optional.empty();
    }
}
