package parley.desktop.mission;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// The whole mission, as it is promised: four people, a server process, a window each.
abstract class MissionContract {
    private static final List<String> ACCOUNTS =
            List.of("yoda do-or-do-not", "luke red-five", "leia alderaan", "han kessel-run");

    @TempDir private Path folder;

    private RealServer server;
    private Member yoda;
    private Member luke;
    private Member leia;
    private Member han;

    /// A desktop over this profile.
    abstract Desk desk(Path profile);

    @BeforeEach
    void aServerAndFourDesktops() throws Exception {
        server = RealServer.start(folder.resolve("server"), ACCOUNTS, "--block-duration", "5");
        yoda = member("yoda", "do-or-do-not");
        luke = member("luke", "red-five");
        leia = member("leia", "alderaan");
        han = member("han", "kessel-run");
    }

    private Member member(String name, String password) {
        return new Member(name, password, desk(folder.resolve(name)));
    }

    @AfterEach
    void allGoHome() throws Exception {
        for (Member each : List.of(yoda, luke, leia, han)) {
            each.close();
        }
        server.close();
    }

    @Test
    void theMission() throws Exception {
        theDoorIsKept();
        onePlaceAtATime();
        allSeeEachOther();
        wordsArrive();
        everyoneHears();
        aBlockHoldsUntilItIsUndone();
        twoPrivateChatsAtOnce();
        theServerDiesAndComesBack();
    }

    private void theDoorIsKept() throws Exception {
        han.opensParley(server.port());
        han.callsThemselves("chewbacca");
        han.signsInWith("growl");
        han.isTold("Nobody of that name has an account here.");
        han.callsThemselves("han");
        han.signsIn();

        luke.opensParley(server.port());
        luke.signsInWith("green-five");
        luke.isTold("That password is wrong. Two tries left.");
        luke.signsInWith("blue-five");
        luke.isTold("One try left");
        luke.signsInWith("red-six");
        luke.isTold("Too many wrong passwords.");
        luke.isTold("You can try again now.");
        luke.signsIn();
    }

    private void onePlaceAtATime() throws Exception {
        yoda.opensParley(server.port()).signsIn();
        try (Member elsewhere =
                new Member("yoda", "do-or-do-not", desk(folder.resolve("yoda-elsewhere")))) {
            elsewhere.opensParley(server.port());
            elsewhere.signsInWith("do-or-do-not");
            elsewhere.isTold("You are signed in on another computer");
            elsewhere.presses("Sign in here instead");
            elsewhere.isSignedIn();
            yoda.readsAtTheFoot("You signed in on another computer.");

            yoda.presses("Try now");
            yoda.isSignedIn();
            elsewhere.readsAtTheFoot("You signed in on another computer.");
        }
    }

    private void allSeeEachOther() throws Exception {
        leia.opensParley(server.port()).signsIn();
        for (Member each : List.of(yoda, luke, han)) {
            each.seesOnline(leia);
        }
        leia.seesOnline(yoda);
        leia.seesOnline(luke);
        leia.seesOnline(han);

        han.close();

        yoda.seesOffline(han);
        luke.seesOffline(han);
        leia.seesOffline(han);
        yoda.asksWhoWasOnline("15 minutes");
        yoda.readsInTheMiddle("Last seen");
        yoda.readsInTheMiddle("Online since");
    }

    private void wordsArrive() throws Exception {
        yoda.saysTo(luke, "Come, you must.");
        luke.hearsFrom(yoda, "Come, you must.");
        luke.saysTo(yoda, "On my way.");
        yoda.hearsFrom(luke, "On my way.");

        yoda.saysTo(han, "Late, you are.");
        yoda.saysTo(han, "As always.");
        han.opensParley(server.port()).signsIn();
        han.hearsFrom(yoda, "As always.");
        han.hasReadInOrder(List.of("Late, you are.", "As always."));
        yoda.seesOnline(han);
    }

    private void everyoneHears() {
        leia.saysToEveryone("The ship leaves at six.");
        for (Member each : List.of(yoda, luke, han)) {
            each.hearsFromEveryone("The ship leaves at six.");
        }
    }

    private void aBlockHoldsUntilItIsUndone() {
        leia.blocks(han);
        han.seesOffline(leia);
        han.saysTo(leia, "Your worship?");
        han.readsInTheMiddle("Not sent: leia has blocked you.");
        han.saysToEveryone("Anybody seen my keys?");
        han.readsInTheMiddle("Not everyone got this: somebody has blocked you.");
        luke.hearsFromEveryone("Anybody seen my keys?");
        leia.opens("Everyone");
        leia.doesNotHear("Anybody seen my keys?");
        leia.saysTo(luke, "Keep him away from the falcon.");
        luke.hearsFrom(leia, "Keep him away from the falcon.");
        han.asksWhoWasOnline("Hour");
        han.readsInTheMiddle("luke");
        han.doesNotHear("leia");
        han.wantsPrivateChatWith(leia);
        han.readsInTheMiddle("leia has blocked you.");
        leia.wantsPrivateChatWith(han);
        leia.readsInTheMiddle("You have blocked han.");

        leia.unblocks(han);

        han.seesOnline(leia);
        han.saysTo(leia, "I know.");
        leia.hearsFrom(han, "I know.");
        leia.doesNotHear("Your worship?");
    }

    private void twoPrivateChatsAtOnce() {
        yoda.wantsPrivateChatWith(luke);
        luke.acceptsPrivateChatWith(yoda);
        leia.wantsPrivateChatWith(yoda);
        yoda.acceptsPrivateChatWith(leia);
        luke.isDirectWith(yoda);
        leia.isDirectWith(yoda);
        yoda.isDirectWith(luke);
        yoda.isDirectWith(leia);

        bothWays(luke, "Here nobody listens, you said.", "Nobody but the swamp.");
        bothWays(leia, "The plans are safe.", "Of them, speak to nobody.");
    }

    private void bothWays(Member other, String words, String answer) {
        other.saysPrivatelyTo(yoda, words);
        yoda.hearsPrivatelyFrom(other, words);
        yoda.saysPrivatelyTo(other, answer);
        other.hearsPrivatelyFrom(yoda, answer);
    }

    private void theServerDiesAndComesBack() throws Exception {
        server.kill();
        for (Member each : List.of(yoda, luke, leia, han)) {
            each.readsAtTheFoot("Next try");
        }
        bothWays(luke, "The server is dead.", "Not we are.");
        bothWays(leia, "So they cannot hear us.", "Never could they.");
        yoda.saysTo(han, "Read this, you will, later.");
        yoda.saysToEveryone("Patience.");

        server.restart();

        for (Member each : List.of(yoda, luke, leia, han)) {
            each.isSignedIn();
        }
        han.hearsFrom(yoda, "Read this, you will, later.");
        han.hasReadInOrder(List.of("Late, you are.", "As always.", "Read this, you will, later."));
        luke.hearsFromEveryone("Patience.");
        luke.hearsFrom(yoda, "Come, you must.");
        luke.hasReadInOrder(List.of("Come, you must.", "On my way."));
        bothWays(luke, "And back it is.", "Gone, we never were.");
        luke.hasReadInOrder(
                List.of(
                        "Here nobody listens, you said.",
                        "Nobody but the swamp.",
                        "The server is dead.",
                        "Not we are.",
                        "And back it is.",
                        "Gone, we never were."));
    }
}
