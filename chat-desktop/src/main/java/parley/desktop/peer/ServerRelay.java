package parley.desktop.peer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.identity.Fingerprint;
import parley.protocol.Role;

import java.io.IOException;
import java.net.Socket;

/// The relay of the server that the owner is signed in at. Each visit waits on a virtual thread of
/// its own, on a connection of its own.
final class ServerRelay implements Relay {
    private static final Logger LOG = LoggerFactory.getLogger(ServerRelay.class);

    private final Introducer introducer;
    private final Lines lines;
    private final Strand strand;

    ServerRelay(Introducer introducer, Lines lines, Strand strand) {
        this.introducer = introducer;
        this.lines = lines;
        this.strand = strand;
    }

    @Override
    public Visit come(String ticket, Fingerprint key, Role role, Outcomes outcomes) {
        Waiting visit = new Waiting(ticket, key, role, outcomes);
        Thread.ofVirtual().name("private-relay").start(visit);
        return visit;
    }

    /// One visit. Runs on its own thread; left on the strand, which closes the socket under it.
    private final class Waiting implements Visit, Runnable {
        private final String ticket;
        private final Fingerprint key;
        private final Role role;
        private final Outcomes outcomes;
        private @Nullable Socket socket;
        private boolean left;

        private Waiting(String ticket, Fingerprint key, Role role, Outcomes outcomes) {
            this.ticket = ticket;
            this.key = key;
            this.role = role;
            this.outcomes = outcomes;
        }

        @Override
        public void run() {
            try {
                Introducer.Door door = introducer.dialAgain();
                if (use(door.raw())) {
                    wait(door);
                }
            } catch (IOException unreachable) {
                missed(Detour.NO_SERVER, unreachable.toString());
            }
        }

        private void wait(Introducer.Door door) {
            try {
                switch (RelayTalk.on(door.talk()).come(ticket)) {
                    case RelayTalk.Relayed() -> shake(door);
                    case RelayTalk.Missed(Detour why) -> {
                        Lines.closeQuietly(door.raw());
                        missed(why, "the server said so");
                    }
                }
            } catch (IOException broke) {
                Lines.closeQuietly(door.raw());
                missed(Detour.NO_ANSWER, broke.toString());
            }
        }

        private void shake(Introducer.Door door) {
            try {
                TlsLine line = lines.relayed(door.raw(), door.talk(), role);
                if (line.key().equals(key)) {
                    strand.execute(() -> reached(line));
                } else {
                    line.cut();
                    missed(Detour.BROKEN, "another key");
                }
            } catch (IOException noParley) {
                Lines.closeQuietly(door.raw());
                missed(Detour.BROKEN, noParley.toString());
            }
        }

        private void reached(TlsLine line) {
            if (isLeft()) {
                line.close();
            } else {
                outcomes.reached(line);
            }
        }

        private void missed(Detour why, String cause) {
            LOG.debug("nobody met at the relay how={} why={}", why, cause);
            strand.execute(() -> {
                if (!isLeft()) {
                    outcomes.missed(why);
                }
            });
        }

        /// Whether it is still wanted; else the socket is closed.
        private synchronized boolean use(Socket raw) {
            socket = raw;
            if (left) {
                Lines.closeQuietly(raw);
            }
            return !left;
        }

        private synchronized boolean isLeft() {
            return left;
        }

        @Override
        public synchronized void leave() {
            left = true;
            if (socket != null) {
                Lines.closeQuietly(socket);
            }
        }
    }
}
