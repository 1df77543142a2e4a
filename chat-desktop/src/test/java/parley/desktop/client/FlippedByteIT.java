package parley.desktop.client;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import parley.desktop.net.LinkState;
import parley.desktop.net.ServerAddress;
import parley.desktop.net.SignInOutcome;
import parley.desktop.peer.Wire;
import parley.server.net.PlainPolicy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// One byte between a desktop and its server is another one, again and again.
@Timeout(300)
class FlippedByteIT {
    private static final int SEEDS = 5;

    /// Bytes among which the flip falls: those of the first words that are said.
    private static final int AMONG = 400;

    @TempDir Path folder;
    private HouseServer server;
    private Wire wire;
    private Owner yoda;
    private Owner luke;

    @BeforeEach
    void begin() throws Exception {
        server =
                new HouseServer(
                        folder.resolve("server"),
                        Duration.ZERO,
                        PlainPolicy.NEVER,
                        "yoda jedi!",
                        "luke red5");
        wire = new Wire();
        wire.leadTo(server.address().port());
        yoda = signedIn("yoda", "jedi!", new ServerAddress("127.0.0.1", wire.port()));
        luke = signedIn("luke", "red5", server.address());
    }

    private Owner signedIn(String name, String password, ServerAddress address) throws Exception {
        Owner owner = Owner.of(name, folder.resolve(name));
        SignInOutcome first = owner.triesToSignIn(address, password);
        owner.client().trust(address, ((SignInOutcome.KeyUnknown) first).shown());
        return owner.signsIn(address, password);
    }

    @AfterEach
    void end() throws Exception {
        yoda.close();
        luke.close();
        server.close();
        wire.close();
    }

    @Test
    void theLineBreaksAndComesBackAndEachWordStandsThereOnce() {
        List<String> said = new ArrayList<>();

        for (int seed = 0; seed < SEEDS; seed++) {
            flipSomewhere(seed);
            for (String word : words(seed)) {
                yoda.says(word, luke);
                said.add(word);
            }
            int breaks = seed + 1;
            yoda.screen().sees("a break of the line", () -> breaks() >= breaks);
            yoda.knowsSaid(said.getLast(), luke);
        }

        luke.sees(yoda.chat(), said);
        yoda.sees(luke.chat(), said);
    }

    private long breaks() {
        return yoda.screen().changes().stream()
                .filter(change -> change instanceof Change.Link(LinkState.Waiting _))
                .count();
    }

    private void flipSomewhere(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        wire.flip(random.nextInt(AMONG), random.nextInt(1, 256));
    }

    /// The last is long: where the flip has made a record longer, its end comes soon.
    private static List<String> words(int seed) {
        return List.of(seed + " one", seed + " two", seed + " three " + "x".repeat(9_000));
    }
}
