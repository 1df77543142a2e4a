package parley.desktop.peer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import parley.identity.Identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Two desktops in a private chat, each behind a cable of its own.
abstract class TwoBehindCables {
    @TempDir private Path folder;
    final Introductions server = new Introductions();
    final Wire toYoda;
    final Wire toLuke;
    Desktop yoda;
    Desktop luke;

    TwoBehindCables() throws IOException {
        toYoda = new Wire();
        toLuke = new Wire();
    }

    @BeforeEach
    void meet() throws IOException {
        yoda = behind("yoda", toYoda);
        luke = behind("luke", toLuke);
        yoda.meets(luke);
    }

    private Desktop behind(String name, Wire wire) throws IOException {
        return new Desktop(
                name,
                server,
                Identity.ofDesktop(Files.createDirectories(folder.resolve(name))),
                new MemoryPeers(),
                Consent.ASK_FIRST_TIME,
                Desktop.behind(wire));
    }

    @AfterEach
    void quit() throws IOException {
        yoda.close();
        luke.close();
        toYoda.close();
        toLuke.close();
    }
}
