package parley.desktop.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import parley.desktop.local.SteppedDisk;
import parley.desktop.net.LinkState;
import parley.protocol.Chat;
import parley.protocol.UserName;
import parley.server.conversation.Conversation;

import java.time.Duration;
import java.util.List;

class ClosedWindowTest {
    private static final UserName YODA = UserName.of("yoda");
    private static final UserName LUKE = UserName.of("luke");
    private static final Odds CALM = new Odds(0, 0, 0, 0, 0, 0, 0);
    private static final Odds EVERY_LINE_BREAKS = new Odds(1, 0, 0, 0, 0, 0, 0);

    private final World world = new World(1);
    private final Log log = new Log();
    private final Witness witness = new Witness(log);
    private final Host host = new Host(world, log, List.of(YODA, LUKE), CALM, witness);
    private final SteppedDisk disk = new SteppedDisk();
    private final Machine machine = new Machine("desk", YODA, world, host, CALM, disk, witness);

    @AfterEach
    void close() {
        disk.close();
    }

    @Test
    void wordsThatWaitedForAnotherTryAreNotSaidByWhoeverSignsInNext() {
        yodaSpeaksAndTheLineBreaks();

        machine.onDesk(desktop -> {
            desktop.signOut();
            desktop.begin("luke", true);
        });
        world.pass(Duration.ofSeconds(10));

        assertThat(machine.desktop().isCaughtUp()).isTrue();
        assertThat(log.in(Conversation.OF_ALL)).isEmpty();
    }

    private void yodaSpeaksAndTheLineBreaks() {
        host.start();
        machine.start(Machine.Sitting.HERE_ALONE);
        world.pass(Duration.ofSeconds(5));
        machine.heal(EVERY_LINE_BREAKS);
        machine.types(Chat.EVERYONE);
        while (machine.desktop().link() instanceof LinkState.Online) {
            world.pass(Duration.ofMillis(10));
        }
        machine.heal(CALM);
    }
}
