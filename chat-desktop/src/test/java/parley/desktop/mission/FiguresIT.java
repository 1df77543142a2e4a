package parley.desktop.mission;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Measures what a person waits for. Not a test, and so run only when asked for, on a machine that
/// does nothing else:
///
/// ```
/// mvn -pl shared,chat-server,chat-desktop test -Dtest=FiguresIT -Dfigures -Dsurefire.failIfNoSpecifiedTests=false
/// ```
@EnabledIfSystemProperty(named = "figures", matches = ".*")
class FiguresIT {
    private static final int FOR_WARMTH = 50;
    private static final int COUNTED = 200;

    @TempDir private Path folder;

    @Test
    void measureTheFirstFrame() throws IOException {
        FirstFrame.measure(11);
    }

    @Test
    void measureFromEnterToTheBubbleElsewhere() throws Exception {
        RealServer server =
                RealServer.start(folder.resolve("server"), List.of("yoda grogu-1", "luke red-5"));
        Timed there = new DeskElsewhere(folder.resolve("yoda"));
        Timed here = new DeskElsewhere(folder.resolve("luke"));
        try (server;
                Member yoda = new Member("yoda", "grogu-1", there);
                Member luke = new Member("luke", "red-5", here)) {
            yoda.opensParley(server.port()).signsIn();
            luke.opensParley(server.port()).signsIn();
            yoda.opens("luke");
            luke.opens("yoda");

            long[] micros =
                    IntStream.range(0, FOR_WARMTH + COUNTED)
                            .mapToLong(number -> micros(here, there, "Message " + number))
                            .skip(FOR_WARMTH)
                            .sorted()
                            .toArray();

            System.out.printf(
                    "from Enter to the bubble elsewhere: median %.1f ms, 9 of 10 within %.1f ms,"
                            + " of %d%n",
                    micros[COUNTED / 2] / 1000.0, micros[COUNTED * 9 / 10] / 1000.0, COUNTED);
            System.out.println(
                    "all, in ms: "
                            + LongStream.of(micros).map(each -> each / 1000).boxed().toList());
        }
    }

    private static long micros(Timed here, Timed there, String words) {
        here.type(words);
        there.watchFor(words);
        long pressed = here.enter();
        return (there.shown() - pressed) / 1000;
    }
}
