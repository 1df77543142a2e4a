package parley.desktop.mission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import parley.desktop.client.Owner;
import parley.desktop.net.ServerAddress;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A server that is killed in the middle of a talk, again and again.
@Execution(ExecutionMode.CONCURRENT)
class KilledServerIT {
    private static final List<String> ACCOUNTS = List.of("yoda do-or-do-not", "luke red-five");
    private static final int KILLS = 3;
    private static final int WORDS = 40;

    @TempDir Path folder;

    @Test
    void costsNoWordDoublesNoneAndKeepsTheirOrder() throws Exception {
        List<String> ofYoda = new ArrayList<>();
        List<String> ofLuke = new ArrayList<>();
        try (RealServer process = RealServer.start(folder.resolve("server"), ACCOUNTS);
                Owner yoda = Owner.of("yoda", folder.resolve("yoda"));
                Owner luke = Owner.of("luke", folder.resolve("luke"))) {
            ServerAddress server = new ServerAddress("127.0.0.1", process.port());
            yoda.signsIn(server, "do-or-do-not");
            luke.signsIn(server, "red-five");
            for (int kill = 1; kill <= KILLS; kill++) {
                for (int word = 1; word <= WORDS; word++) {
                    ofYoda.add(say(yoda, luke, "yoda " + kill + "." + word));
                    ofLuke.add(say(luke, yoda, "luke " + kill + "." + word));
                }
                luke.hears(ofYoda.get(ofYoda.size() - WORDS / 2), yoda);
                process.kill();
                process.restart();
                yoda.client().tryNow();
                luke.client().tryNow();
            }

            luke.knowsSaid(ofLuke.getLast(), yoda);
            yoda.knowsSaid(ofYoda.getLast(), luke);
            luke.hears(ofYoda.getLast(), yoda);
            yoda.hears(ofLuke.getLast(), luke);

            List<String> seen = luke.screen().texts(yoda.chat());
            assertThat(seen).hasSize(2 * KILLS * WORDS).doesNotHaveDuplicates();
            assertThat(seen).containsSubsequence(ofYoda).containsSubsequence(ofLuke);
            yoda.sees(luke.chat(), seen);
        }
    }

    private static String say(Owner owner, Owner to, String text) {
        owner.says(text, to);
        return text;
    }
}
