package parley.desktop.mission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.desktop.client.Change;
import parley.desktop.client.Owner;
import parley.desktop.local.Entry;
import parley.desktop.net.LinkState;
import parley.desktop.net.ServerAddress;
import parley.desktop.net.SignIn;
import parley.desktop.net.SignInOutcome;
import parley.protocol.Chat;
import parley.protocol.Status;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The mission without screens: four people, the real server process, and everything that they do
/// with it but the private chats.
class ClientMissionIT {
    private static final List<String> ACCOUNTS =
            List.of("yoda do-or-do-not", "luke red-five", "leia alderaan", "han falcon");

    @TempDir Path folder;

    @Test
    void theWholeMission() throws Exception {
        try (RealServer process = RealServer.start(folder.resolve("server"), ACCOUNTS);
                Owner yoda = Owner.of("yoda", folder.resolve("yoda"));
                Owner luke = Owner.of("luke", folder.resolve("luke"));
                Owner leia = Owner.of("leia", folder.resolve("leia"));
                Owner han = Owner.of("han", folder.resolve("han"))) {
            ServerAddress server = new ServerAddress("127.0.0.1", process.port());

            signingIn(server, yoda, luke, leia);
            talking(yoda, luke, leia);
            hearingLater(server, yoda, han);
            blocking(luke, han);
            restarting(process, yoda, luke);
        }
    }

    private void signingIn(ServerAddress server, Owner yoda, Owner luke, Owner leia)
            throws Exception {
        Owner nobody = Owner.of("vader", folder.resolve("vader"));
        assertThat(nobody.triesToSignIn(server, "sith")).isEqualTo(new SignInOutcome.UnknownUser());
        nobody.close();

        assertThat(yoda.triesToSignIn(server, "try")).isEqualTo(new SignInOutcome.WrongPassword(2));
        yoda.signsIn(server, "do-or-do-not");
        luke.signsIn(server, "red-five");
        yoda.sees(luke, Status.ONLINE);
        luke.sees(yoda, Status.ONLINE);

        for (long left = 2; left > 0; left--) {
            assertThat(leia.triesToSignIn(server, "wrong"))
                    .isEqualTo(new SignInOutcome.WrongPassword(left));
        }
        assertThat(leia.triesToSignIn(server, "wrong")).isInstanceOf(SignInOutcome.Locked.class);
        SignInOutcome locked = leia.triesToSignIn(server, "alderaan");
        assertThat(locked).isInstanceOf(SignInOutcome.Locked.class);
        Instant until = ((SignInOutcome.Locked) locked).until();
        assertThat(until).isBetween(Instant.now(), Instant.now().plusSeconds(61));

        try (Owner elsewhere = Owner.of("luke", folder.resolve("elsewhere"))) {
            assertThat(elsewhere.triesToSignIn(server, "red-five"))
                    .isInstanceOf(SignInOutcome.AlreadyOnline.class);
        }
    }

    private void talking(Owner yoda, Owner luke, Owner leia) throws Exception {
        yoda.says("Hi, luke.", luke);
        luke.hears("Hi, luke.", yoda);
        luke.says("Hello, master.", yoda);
        yoda.hears("Hello, master.", luke);
        luke.client().read(yoda.chat(), 1);
        yoda.screen()
                .sees(
                        "that luke has read it",
                        () ->
                                yoda.screen()
                                        .chat(luke.chat())
                                        .map(chat -> chat.cursors().theirRead() == 1)
                                        .orElse(false));

        luke.client().status(Status.BUSY);
        yoda.sees(luke, Status.BUSY);
        yoda.sees(leia, Status.OFFLINE);
    }

    private void hearingLater(ServerAddress server, Owner yoda, Owner han) throws Exception {
        yoda.says("Call me when you are back.", han);
        yoda.says("Training is at six.", Chat.EVERYONE);
        yoda.knowsSaid("Call me when you are back.", han);
        yoda.knowsSaid("Training is at six.", Chat.EVERYONE);

        han.signsIn(server, "falcon");

        han.hears("Call me when you are back.", yoda);
        han.hasUnread(1, yoda.chat());
        han.hasUnread(1, Chat.EVERYONE);
        yoda.sees(han, Status.ONLINE);
        assertThat(yoda.client().onlineSince(Duration.ofMinutes(15)).get(30, TimeUnit.SECONDS))
                .extracting(someone -> someone.user().toString())
                .contains("luke", "han");
    }

    private void blocking(Owner luke, Owner han) throws Exception {
        luke.blocks(han);
        han.sees(luke, Status.OFFLINE);
        luke.sees(han, Status.ONLINE);

        han.says("Can you hear me?", luke);
        assertThat(han.knowsFailed("Can you hear me?", luke)).isEqualTo(Entry.Failure.BLOCKED);
        luke.says("I can talk to you, though.", han);
        han.hears("I can talk to you, though.", luke);
        han.says("Anybody there?", Chat.EVERYONE);
        assertThat(han.screen().hears(Change.BroadcastReached.class).withheld()).isTrue();
        han.knowsSaid("Anybody there?", Chat.EVERYONE);

        luke.unblocks(han);
        han.sees(luke, Status.BUSY);
        han.client().retry(failedId(luke, han));
        luke.hears("Can you hear me?", han);
        assertThat(luke.screen().texts(Chat.EVERYONE)).doesNotContain("Anybody there?");
    }

    private static String failedId(Owner to, Owner han) {
        return han.screen().shown(to.chat()).stream()
                .filter(entry -> entry.state() instanceof Entry.State.Failed)
                .map(Entry::id)
                .findFirst()
                .orElseThrow();
    }

    private void restarting(RealServer process, Owner yoda, Owner luke) throws Exception {
        process.kill();
        yoda.screen().stands(LinkState.Waiting.class);
        yoda.says("One for when the server is back.", luke);
        yoda.says("And another.", luke);
        luke.quits();
        process.restart();
        luke.starts();
        luke.client().resume();
        luke.client().latest(yoda.chat());

        yoda.knowsSaid("And another.", luke);
        luke.isCaughtUp();
        luke.sees(
                yoda.chat(),
                List.of(
                        "Hi, luke.",
                        "Hello, master.",
                        "One for when the server is back.",
                        "And another."));
        yoda.sees(
                luke.chat(),
                List.of(
                        "Hi, luke.",
                        "Hello, master.",
                        "One for when the server is back.",
                        "And another."));
    }

    @Test
    void signingInSomewhereElseInstead() throws Exception {
        try (RealServer process = RealServer.start(folder.resolve("server"), ACCOUNTS);
                Owner home = Owner.of("yoda", folder.resolve("home"));
                Owner work = Owner.of("yoda", folder.resolve("work"))) {
            ServerAddress server = new ServerAddress("127.0.0.1", process.port());
            home.signsIn(server, "do-or-do-not");

            SignIn instead = SignIn.byPassword(server, "Yoda", "do-or-do-not").takingOver();

            assertThat(work.triesToSignIn(instead)).isInstanceOf(SignInOutcome.Welcome.class);
            home.screen().stands(LinkState.Stopped.class);
        }
    }
}
