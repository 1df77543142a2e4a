package parley.desktop.net;

import parley.identity.Fingerprint;

import java.util.Optional;
import java.util.function.Consumer;

/// Dials over TCP: plain within this machine, TLS elsewhere. Each call has a virtual thread of its
/// own, which may wait; what comes of it is told on the loop.
public final class SocketDialer implements Dialer {
    private final Loop loop;
    private final ServerKeys keys;

    public SocketDialer(Loop loop, ServerKeys keys) {
        this.loop = loop;
        this.keys = keys;
    }

    @Override
    public Attempt dial(ServerAddress server, Cover cover, Consumer<Dialed> done) {
        Optional<Fingerprint> known = keys.accepted(server);
        Call call = new Call(new Passage(server, cover, known), loop, done);
        Thread.ofVirtual().name("server-dial").start(call);
        return call;
    }
}
