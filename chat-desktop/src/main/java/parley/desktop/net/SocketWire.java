package parley.desktop.net;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.identity.Fingerprint;
import parley.wire.Connection;
import parley.wire.Decoded;
import parley.wire.FrameCodec;
import parley.wire.Heard;
import parley.wire.LineReader;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// A wire over a socket. A virtual thread reads, and reads on only while the loop keeps up, so that
/// a server that floods fills its own buffers and not this desktop's memory.
final class SocketWire implements Wire {
    /// Lines that may wait for the loop.
    private static final int AHEAD = 256;

    private static final Logger LOG = LoggerFactory.getLogger(SocketWire.class);

    private final Connection connection;
    private final Optional<Fingerprint> key;
    private final Loop loop;
    private final Semaphore ahead = new Semaphore(AHEAD);

    SocketWire(Connection connection, Optional<Fingerprint> key, Loop loop) {
        this.connection = connection;
        this.key = key;
        this.loop = loop;
    }

    @Override
    public void start(Ears ears) {
        Thread.ofVirtual().name("server-line").start(() -> read(ears));
    }

    private void read(Ears ears) {
        try {
            while (connection.reader().next() == LineReader.Outcome.LINE) {
                passOn(ears);
            }
        } catch (IOException gone) {
            LOG.debug("line broke: {}", gone.toString());
        } catch (InterruptedException nobody) {
            Thread.currentThread().interrupt();
        }
        close();
        loop.execute(() -> ears.ended(Trouble.BROKEN));
    }

    private void passOn(Ears ears) throws InterruptedException {
        LineReader reader = connection.reader();
        Decoded<Heard> line = FrameCodec.heard(reader.buffer(), reader.from(), reader.length());
        ahead.acquire();
        loop.execute(() -> {
            ahead.release();
            ears.heard(line);
        });
    }

    @Override
    public boolean offer(byte[] line) {
        return connection.outbox().offer(line);
    }

    @Override
    public void close() {
        connection.close();
    }

    @Override
    public boolean loopback() {
        return connection.socket().getInetAddress().isLoopbackAddress();
    }

    @Override
    public Optional<Fingerprint> key() {
        return key;
    }
}
