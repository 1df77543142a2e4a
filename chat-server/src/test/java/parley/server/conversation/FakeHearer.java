package parley.server.conversation;

import parley.server.delivery.Hearer;
import parley.server.delivery.Line;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A session that writes down what it hears. What it hears is written to its socket when it is
/// woken.
final class FakeHearer implements Hearer {
    private final boolean acknowledges;
    private final List<String> heard = new ArrayList<>();
    private final List<Runnable> written = new ArrayList<>();
    private boolean alive = true;

    private FakeHearer(boolean acknowledges) {
        this.acknowledges = acknowledges;
    }

    static FakeHearer acknowledging() {
        return new FakeHearer(true);
    }

    static FakeHearer plain() {
        return new FakeHearer(false);
    }

    /// The lines, without their LF, since it was last asked.
    List<String> heard() {
        List<String> lines = List.copyOf(heard);
        heard.clear();
        return lines;
    }

    void vanish() {
        alive = false;
    }

    @Override
    public boolean acknowledges() {
        return acknowledges;
    }

    @Override
    public void put(Line line) {
        heard.add(new String(line.bytes(), StandardCharsets.UTF_8).strip());
    }

    @Override
    public void put(Line line, Runnable whenWritten) {
        put(line);
        written.add(whenWritten);
    }

    @Override
    public void wake() {
        List<Runnable> now = List.copyOf(written);
        written.clear();
        if (alive) {
            now.forEach(Runnable::run);
        }
    }

    @Override
    public boolean awaitRoom(Duration patience) {
        return alive;
    }
}
