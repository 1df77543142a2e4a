package parley.desktop.mission;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A listener on the wire: passes connections on to a port of loopback, and keeps every byte that
/// went either way.
final class Tap extends Passage {
    private final ConcurrentLinkedQueue<ByteArrayOutputStream> heard =
            new ConcurrentLinkedQueue<>();

    private Tap(int target) throws IOException {
        super(target);
    }

    static Tap before(int target) throws IOException {
        Tap tap = new Tap(target);
        tap.begin();
        return tap;
    }

    /// Whether these words went over any of the connections, either way.
    boolean heard(String words) {
        return heard.stream()
                .anyMatch(bytes -> bytes.toString(StandardCharsets.UTF_8).contains(words));
    }

    @Override
    void pass(Way way, Socket from, Socket to) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        heard.add(kept);
        byte[] buffer = new byte[8192];
        for (int got = from.getInputStream().read(buffer);
                got >= 0;
                got = from.getInputStream().read(buffer)) {
            kept.write(buffer, 0, got);
            to.getOutputStream().write(buffer, 0, got);
        }
    }
}
