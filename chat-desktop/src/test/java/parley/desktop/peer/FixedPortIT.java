package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

class FixedPortIT {
    @TempDir private Path folder;
    private final Introductions server = new Introductions();

    @Test
    void aPortThatIsInUseIsNoEndOfPrivateChats() throws Exception {
        try (ServerSocket taken = new ServerSocket(0);
                Desktop yoda = new Desktop("yoda", server, folder);
                Desktop luke = new Desktop("luke", server, folder)) {
            int now = luke.service.listenAt(taken.getLocalPort()).get(30, TimeUnit.SECONDS);

            assertThat(now).isNotEqualTo(taken.getLocalPort()).isEqualTo(luke.service.port());
            yoda.meets(luke);
        }
    }

    @Test
    void whoMovesToAnotherPortIsFoundThereAndWhoIsThereStays() throws Exception {
        int free;
        try (ServerSocket found = new ServerSocket(0)) {
            free = found.getLocalPort();
        }
        try (Desktop yoda = new Desktop("yoda", server, folder);
                Desktop luke = new Desktop("luke", server, folder);
                Desktop leia = new Desktop("leia", server, folder)) {
            yoda.meets(luke);

            assertThat(luke.service.listenAt(free).get(30, TimeUnit.SECONDS)).isEqualTo(free);

            yoda.talksWith(luke, "still here");
            leia.meets(luke);
        }
    }
}
