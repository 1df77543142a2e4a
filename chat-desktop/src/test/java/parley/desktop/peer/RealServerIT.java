package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.desktop.client.Client;
import parley.desktop.net.ServerAddress;
import parley.server.ChatServer;
import parley.server.ServerConfig;
import parley.server.ServerConfig.LimitsPolicy;
import parley.server.net.PlainPolicy;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Private chats as the real server introduces them to desktops with all but a window.
class RealServerIT {
    @TempDir private Path folder;

    @Test
    void yodaTalksWithLukeAndLeiaAtOnceAlsoWhenTheServerHasGone() throws Exception {
        try (ChatServer server = server();
                Resident yoda = owner("yoda", server);
                Resident luke = owner("luke", server);
                Resident leia = owner("leia", server)) {
            yoda.desktop.meets(luke.desktop);
            leia.desktop.meets(yoda.desktop);
            yoda.desktop.talksWith(luke.desktop, "hello luke");
            yoda.desktop.talksWith(leia.desktop, "hello leia");

            server.close();
            yoda.losesTheServer();
            luke.losesTheServer();
            leia.losesTheServer();

            yoda.desktop.talksWith(luke.desktop, "still there");
            yoda.desktop.talksWith(leia.desktop, "you too");
        }
    }

    @Test
    void bothAskAtOnceAndMeetOnce() throws Exception {
        try (ChatServer server = server();
                Resident yoda = owner("yoda", server);
                Resident luke = owner("luke", server)) {
            yoda.desktop.service.open(luke.desktop.name);
            luke.desktop.service.open(yoda.desktop.name);

            yoda.desktop.isOnce(luke.desktop, PeerState.Direct.class);
            luke.desktop.isOnce(yoda.desktop, PeerState.Direct.class);
            yoda.desktop.talksWith(luke.desktop, "at once");
        }
    }

    @Test
    void whoWasAcceptedOnceComesInAgainWithoutAsking() throws Exception {
        try (ChatServer server = server();
                Resident yoda = owner("yoda", server);
                Resident luke = owner("luke", server)) {
            yoda.desktop.meets(luke.desktop);
            luke.desktop.service.end(yoda.desktop.name);
            yoda.desktop.isOnce(luke.desktop, PeerState.Ended.class);
            yoda.desktop.forget();
            luke.desktop.forget();

            yoda.desktop.service.open(luke.desktop.name);

            assertThat(luke.desktop.isOnce(yoda.desktop, PeerState.Direct.class))
                    .isEqualTo(new PeerState.Direct(Acquaintance.WELCOME));
            yoda.desktop.isOnce(luke.desktop, PeerState.Direct.class);
            yoda.desktop.talksWith(luke.desktop, "second time");
        }
    }

    @Test
    void aNoAndAnAbsenceEachHaveTheirWord() throws Exception {
        try (ChatServer server = server();
                Resident yoda = owner("yoda", server);
                Resident luke = owner("luke", server)) {
            yoda.desktop.service.open(luke.desktop.name);
            luke.desktop.isOnce(yoda.desktop, PeerState.Invited.class);
            luke.desktop.service.decline(yoda.desktop.name);
            assertThat(yoda.desktop.isOnce(luke.desktop, PeerState.Ended.class))
                    .isEqualTo(new PeerState.Ended(new Ending.Declined()));

            luke.client.signOut(Client.Leaving.KEEPING).get(30, TimeUnit.SECONDS);
            yoda.desktop.forget();
            yoda.desktop.service.open(luke.desktop.name);
            assertThat(yoda.desktop.isOnce(luke.desktop, PeerState.Ended.class))
                    .isEqualTo(new PeerState.Ended(new Ending.Offline()));
        }
    }

    private Resident owner(String name, ChatServer server) throws Exception {
        Path profile = Files.createDirectories(folder.resolve(name));
        return new Resident(name, profile, new ServerAddress("127.0.0.1", server.port()));
    }

    private ChatServer server() throws Exception {
        Path credentials = folder.resolve("credentials");
        Files.write(credentials, List.of("yoda yoda pass", "luke luke pass", "leia leia pass"));
        return ChatServer.start(
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
    }
}
