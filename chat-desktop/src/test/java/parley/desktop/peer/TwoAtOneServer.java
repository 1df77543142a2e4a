package parley.desktop.peer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import parley.desktop.client.Change;
import parley.desktop.client.Client;
import parley.desktop.net.LinkState;
import parley.desktop.net.ServerAddress;
import parley.desktop.net.SignIn;
import parley.identity.Identity;
import parley.protocol.Event;
import parley.server.ChatServer;
import parley.server.ServerConfig;
import parley.server.ServerConfig.LimitsPolicy;
import parley.server.net.PlainPolicy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Two desktops with all but a window at a real server, each behind a cable of its own; no address
/// that they offer leads anywhere.
abstract class TwoAtOneServer {
    @TempDir Path folder;
    ChatServer server;
    Owner yoda;
    Owner luke;

    /// A client and its private chats, joined as the program joins them.
    static final class Owner implements AutoCloseable {
        final Wire cable;
        final Client client;
        final Desktop desktop;
        final CompletableFuture<Event.PrivateReady> introduced = new CompletableFuture<>();
        private final CompletableFuture<Desktop> made = new CompletableFuture<>();

        private Owner(String name, Path profile, int port) throws Exception {
            cable = new Wire();
            cable.leadTo(port);
            client = Client.open(profile);
            client.listen(change -> {
                if (made.isDone()) {
                    hear(change, made.join().service);
                }
            });
            ServerAddress server = new ServerAddress("127.0.0.1", cable.port());
            client.signIn(SignIn.byPassword(server, name, name + " pass"))
                    .get(30, TimeUnit.SECONDS);
            PeerAddressNobodyHas nowhere = new PeerAddressNobodyHas();
            desktop = new Desktop(name, client, Identity.ofDesktop(profile), nowhere::offer);
            made.complete(desktop);
        }

        private void hear(Change change, PeerService service) {
            if (change instanceof Change.Private(var event)) {
                if (event instanceof Event.PrivateReady ready) {
                    introduced.complete(ready);
                }
                service.hear(event);
            }
            if (change instanceof Change.Link(var state) && !(state instanceof LinkState.Online)) {
                service.serverLost();
            }
        }

        /// The ticket of the first session.
        String ticket() {
            return introduced.join().relay();
        }

        @Override
        public void close() throws IOException {
            desktop.close();
            client.close();
            cable.close();
        }
    }

    /// Loopback, at a port where nothing listens.
    private record PeerAddressNobodyHas(int port) {
        private PeerAddressNobodyHas() throws IOException {
            this(closedPort());
        }

        private static int closedPort() throws IOException {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            }
        }

        private List<parley.protocol.PeerAddress> offer(int own, Introducer.Reach reach) {
            return Desktop.loopback().offer(port, reach);
        }
    }

    @BeforeEach
    void signIn() throws Exception {
        Path credentials = folder.resolve("credentials");
        Files.write(credentials, List.of("yoda yoda pass", "luke luke pass"));
        server =
                ChatServer.start(
                        new ServerConfig(
                                0,
                                Optional.of(InetAddress.getLoopbackAddress()),
                                credentials,
                                folder.resolve("data"),
                                Duration.ofSeconds(60),
                                Duration.ZERO,
                                PlainPolicy.LOOPBACK,
                                Optional.empty(),
                                LimitsPolicy.ON));
        yoda = owner("yoda");
        luke = owner("luke");
    }

    private Owner owner(String name) throws Exception {
        Path profile = Files.createDirectories(folder.resolve(name));
        return new Owner(name, profile, server.port());
    }

    @AfterEach
    void close() throws IOException {
        yoda.close();
        luke.close();
        server.close();
    }

    /// Both agree to talk.
    void agree() {
        yoda.desktop.service.open(luke.desktop.name);
        luke.desktop.isOnce(yoda.desktop, PeerState.Invited.class);
        luke.desktop.service.accept(yoda.desktop.name, Acceptance.FROM_NOW_ON);
    }

    /// Both agree to talk, find no way, and take the relay.
    void meetAtTheRelay(Acceptance acceptance) {
        agree();
        yoda.desktop.isOnce(luke.desktop, PeerState.NoWay.class);
        yoda.desktop.service.relay(luke.desktop.name, acceptance);
        luke.desktop.isOnce(yoda.desktop, PeerState.RelayWanted.class);
        luke.desktop.service.relay(yoda.desktop.name, acceptance);
        bothAreRelayed();
    }

    void bothAreRelayed() {
        yoda.desktop.isOnce(luke.desktop, PeerState.Relayed.class);
        luke.desktop.isOnce(yoda.desktop, PeerState.Relayed.class);
    }

    void forget() {
        yoda.desktop.forget();
        luke.desktop.forget();
    }
}
