package parley.desktop.net;

import parley.protocol.Reply;
import parley.protocol.Request;

import java.time.Duration;

/// The last words on a line: it ends with the answer to them, or when patience does. Lives on the
/// loop.
final class Farewell implements Answer {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Line line;
    private final Runnable then;
    private boolean over;

    private Farewell(Line line, Runnable then) {
        this.line = line;
        this.then = then;
    }

    static void say(Request.Logout words, Line line, Loop loop, Runnable then) {
        Farewell farewell = new Farewell(line, then);
        line.listen(new Deaf());
        line.ask(words, farewell);
        loop.after(PATIENCE, farewell::end);
    }

    @Override
    public void came(Reply reply) {
        end();
    }

    @Override
    public void lost() {
        end();
    }

    private void end() {
        if (!over) {
            over = true;
            line.close();
            then.run();
        }
    }
}
