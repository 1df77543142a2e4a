package parley.desktop.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.desktop.local.Entry;
import parley.desktop.net.LinkState;
import parley.desktop.net.LinkState.Stop;
import parley.desktop.net.SignIn;
import parley.desktop.net.SignInOutcome;
import parley.protocol.Chat;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.Status;
import parley.server.net.PlainPolicy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Desktops without screens, against the real server.
class RealServerIT {
    @TempDir Path folder;
    private HouseServer server;
    private Owner yoda;
    private Owner luke;

    @BeforeEach
    void begin() throws Exception {
        server = HouseServer.with(folder.resolve("server"), "yoda jedi!", "luke red5");
        yoda = Owner.of("yoda", folder.resolve("yoda"));
        luke = Owner.of("luke", folder.resolve("luke"));
    }

    @AfterEach
    void end() {
        yoda.close();
        luke.close();
        server.close();
    }

    private void bothSignIn() throws Exception {
        yoda.signsIn(server.address(), "jedi!");
        luke.signsIn(server.address(), "red5");
    }

    @Test
    void twoWhoTalkSeeWordsTicksAndEachOther() throws Exception {
        bothSignIn();
        yoda.sees(luke, Status.ONLINE);

        yoda.says("hi", luke);
        luke.hears("hi", yoda);
        luke.says("hello", yoda);
        yoda.hears("hello", luke);
        luke.client().read(yoda.chat(), 1);

        yoda.screen().sees("the tick of having been read", () -> theirRead() == 1);
        luke.hasUnread(0, yoda.chat());
        yoda.hasUnread(1, luke.chat());
        luke.quits();
        yoda.sees(luke, Status.OFFLINE);
        luke.starts();
    }

    private long theirRead() {
        return yoda.screen().chat(luke.chat()).map(chat -> chat.cursors().theirRead()).orElse(0L);
    }

    @Test
    void aServerThatGoesAndComesBackCostsNothingAndDoublesNothing() throws Exception {
        bothSignIn();
        yoda.says("before", luke);
        luke.hears("before", yoda);

        server.stop();
        yoda.screen().stands(LinkState.Waiting.class);
        yoda.says("while away 1", luke);
        yoda.says("while away 2", luke);
        luke.screen().stands(LinkState.Waiting.class);
        luke.says("me too", yoda);
        server.start();

        yoda.knowsSaid("while away 2", luke);
        luke.hears("while away 2", yoda);
        yoda.hears("me too", luke);
        yoda.says("after", luke);
        luke.hears("after", yoda);
        assertThat(luke.screen().texts(yoda.chat()))
                .containsOnlyOnce("before", "while away 1", "while away 2", "me too", "after")
                .containsSubsequence("before", "while away 1", "while away 2", "after")
                .isEqualTo(yoda.screen().texts(luke.chat()));
    }

    @Test
    void manyWordsThroughManyBreaksArriveOnceAndInOrder() throws Exception {
        bothSignIn();
        List<String> said = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            for (int i = 0; i < 30; i++) {
                String text = "part " + part + " word " + i;
                said.add(text);
                yoda.says(text, luke);
            }
            server.stop();
            server.start();
        }

        luke.sees(yoda.chat(), said);
        yoda.sees(luke.chat(), said);
        luke.client().latest(yoda.chat());
        luke.hasUnread(90, yoda.chat());
    }

    @Test
    void whoWasAwayHearsWhatWasSaidAtTheNextSignIn() throws Exception {
        yoda.signsIn(server.address(), "jedi!");
        yoda.says("for later", luke);
        yoda.says("to all", Chat.EVERYONE);
        yoda.knowsSaid("to all", Chat.EVERYONE);
        yoda.knowsSaid("for later", luke);

        luke.signsIn(server.address(), "red5");

        luke.hears("for later", yoda);
        luke.hasUnread(1, yoda.chat());
        luke.hasUnread(1, Chat.EVERYONE);
        luke.client().latest(Chat.EVERYONE);
        luke.hears("to all", Chat.EVERYONE);
        yoda.screen()
                .sees(
                        "the tick of having arrived",
                        () ->
                                yoda.screen()
                                        .chat(luke.chat())
                                        .map(chat -> chat.cursors().theirDelivered() == 1)
                                        .orElse(false));
    }

    @Test
    void whatWaitedOverARestartOfTheDesktopGoesOut() throws Exception {
        bothSignIn();
        server.stop();
        yoda.screen().stands(LinkState.Waiting.class);
        yoda.says("kept", luke);
        yoda.quits();
        server.start();
        yoda.starts();
        yoda.client().resume();

        luke.hears("kept", yoda);
        yoda.isCaughtUp();
        yoda.sees(luke.chat(), List.of("kept"));
    }

    @Test
    void aNewComputerGetsTheEndOfEachChatAndTheRestWhileScrolling() throws Exception {
        bothSignIn();
        for (int i = 1; i <= 230; i++) {
            yoda.says("word " + i, luke);
        }
        yoda.knowsSaid("word 230", luke);
        yoda.quits();

        try (Owner elsewhere = Owner.of("yoda", folder.resolve("elsewhere"))) {
            elsewhere.signsIn(server.address(), "jedi!");
            elsewhere.client().latest(luke.chat());
            elsewhere.screen().sees("a page", () -> count(elsewhere) == 50);
            assertThat(elsewhere.screen().texts(luke.chat()).getLast()).isEqualTo("word 230");
            for (int pages = 2; pages <= 4; pages++) {
                int expected = 50 * pages;
                elsewhere.client().older(luke.chat());
                elsewhere.screen().sees("a page more", () -> count(elsewhere) == expected);
            }

            elsewhere.client().older(luke.chat());

            elsewhere.screen().sees("all of it", () -> count(elsewhere) == 230);
            assertThat(elsewhere.screen().texts(luke.chat()).getFirst()).isEqualTo("word 1");
        }
        yoda.starts();
    }

    private int count(Owner owner) {
        return owner.screen().shown(luke.chat()).size();
    }

    @Test
    void ownWordsFromAnotherComputerAreFetched() throws Exception {
        bothSignIn();
        yoda.says("from home", luke);
        luke.hears("from home", yoda);
        yoda.quits();
        try (Owner elsewhere = Owner.of("yoda", folder.resolve("elsewhere"))) {
            elsewhere.signsIn(server.address(), "jedi!");
            elsewhere.says("from work", luke);
            luke.hears("from work", yoda);
        }

        yoda.starts();
        yoda.client().resume();
        yoda.client().latest(luke.chat());

        yoda.sees(luke.chat(), List.of("from home", "from work"));
    }

    @Test
    void aTakeoverEndsTheOtherSessionForGood() throws Exception {
        bothSignIn();
        try (Owner elsewhere = Owner.of("yoda", folder.resolve("elsewhere"))) {
            assertThat(elsewhere.triesToSignIn(server.address(), "jedi!"))
                    .isInstanceOf(SignInOutcome.AlreadyOnline.class);
            SignIn how = SignIn.byPassword(server.address(), "yoda", "jedi!").takingOver();
            assertThat(elsewhere.triesToSignIn(how)).isInstanceOf(SignInOutcome.Welcome.class);
            yoda.screen()
                    .sees(
                            "taken over",
                            () ->
                                    yoda.screen()
                                            .link()
                                            .equals(new LinkState.Stopped(new Stop.TakenOver())));

            yoda.client().tryNow();

            yoda.screen().stands(LinkState.Online.class);
            elsewhere
                    .screen()
                    .sees(
                            "taken back",
                            () ->
                                    elsewhere
                                            .screen()
                                            .link()
                                            .equals(new LinkState.Stopped(new Stop.TakenOver())));
        }
    }

    @Test
    void whoDoesNothingForLongIsSignedOutUntilTheNextTouch() throws Exception {
        try (HouseServer strict =
                        new HouseServer(
                                folder.resolve("strict"),
                                Duration.ofSeconds(2),
                                PlainPolicy.LOOPBACK,
                                "leia alderaan");
                Owner leia = Owner.of("leia", folder.resolve("leia"))) {
            leia.signsIn(strict.address(), "alderaan");
            leia.screen()
                    .sees(
                            "signed out for idleness",
                            () ->
                                    leia.screen()
                                            .link()
                                            .equals(new LinkState.Stopped(new Stop.Idle())));

            leia.client().active();

            leia.screen().stands(LinkState.Online.class);
        }
    }

    @Test
    void whoWasOnlineIsListed() throws Exception {
        bothSignIn();
        luke.client().signOut(Client.Leaving.KEEPING).get(10, TimeUnit.SECONDS);
        yoda.sees(luke, Status.OFFLINE);

        assertThat(yoda.client().onlineSince(Duration.ofMinutes(15)).get(10, TimeUnit.SECONDS))
                .extracting(someone -> someone.user().toString())
                .containsExactly("luke");
    }

    @Test
    void whatWasSaidIsFoundAtTheServerAndWithoutALineOnThisComputer() throws Exception {
        bothSignIn();
        yoda.says("the plan of the deck", luke);
        luke.hears("the plan of the deck", yoda);

        Reply found =
                luke.client()
                        .ask(new Request.Search("DECK pl", Optional.empty(), "", 20))
                        .get(20, TimeUnit.SECONDS);
        server.stop();
        luke.screen().stands(LinkState.Waiting.class);
        List<Entry> here = luke.client().searchHere("DECK pl").get(20, TimeUnit.SECONDS);

        assertThat(((Reply.Results) found).messages()).hasSize(1);
        assertThat(here).extracting(Entry::text).containsExactly("the plan of the deck");
        assertThat(luke.client().searchHere("plan x").get(20, TimeUnit.SECONDS)).isEmpty();
    }
}
