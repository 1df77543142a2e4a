package parley.desktop.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.desktop.net.LinkState;
import parley.desktop.net.LinkState.Stop;
import parley.desktop.net.SignInOutcome;
import parley.identity.Fingerprint;
import parley.server.net.PlainPolicy;

import java.nio.file.Path;
import java.time.Duration;

/// A server that speaks TLS only, with a certificate of its own making.
class TlsIT {
    @TempDir Path folder;
    private HouseServer server;
    private Owner yoda;

    @BeforeEach
    void begin() throws Exception {
        server =
                new HouseServer(
                        folder.resolve("server"), Duration.ZERO, PlainPolicy.NEVER, "yoda jedi!");
        yoda = Owner.of("yoda", folder.resolve("yoda"));
    }

    @AfterEach
    void end() {
        yoda.close();
        server.close();
    }

    private Fingerprint shown() throws Exception {
        SignInOutcome first = yoda.triesToSignIn(server.address(), "jedi!");
        assertThat(first).isInstanceOf(SignInOutcome.KeyUnknown.class);
        return ((SignInOutcome.KeyUnknown) first).shown();
    }

    @Test
    void aKeyThatItsOwnerAcceptedIsSilentFromThenOn() throws Exception {
        yoda.client().trust(server.address(), shown());

        yoda.signsIn(server.address(), "jedi!");
        yoda.restarts();

        yoda.isCaughtUp();
    }

    @Test
    void aChangedKeyStopsEverything() throws Exception {
        Fingerprint known = shown();
        yoda.client().trust(server.address(), known);
        yoda.signsIn(server.address(), "jedi!");

        server.stop();
        server.wipe();
        server.start();
        yoda.screen().sees("stopped", () -> yoda.screen().link() instanceof LinkState.Stopped);

        LinkState.Stopped stopped = (LinkState.Stopped) yoda.screen().link();
        SignInOutcome why = ((Stop.Refused) stopped.why()).why();
        assertThat(why).isInstanceOf(SignInOutcome.KeyChanged.class);
        assertThat(((SignInOutcome.KeyChanged) why).known()).isEqualTo(known);
        yoda.client().trust(server.address(), ((SignInOutcome.KeyChanged) why).shown());
        yoda.signsIn(server.address(), "jedi!");
    }
}
