package parley.desktop.sidebar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import parley.desktop.local.Person;
import parley.desktop.state.ClientState;
import parley.desktop.state.HandTimers;
import parley.desktop.state.Told;
import parley.protocol.Status;
import parley.protocol.UserName;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class SidebarModelTest {
    private final HandTimers timers = new HandTimers(Instant.EPOCH);
    private final ClientState state = new ClientState(timers, timers);
    private final SidebarModel model = new SidebarModel(state);

    @BeforeEach
    void manyAreThere() {
        Told.people(
                state,
                person("ackbar", Status.BUSY),
                person("boba", Status.OFFLINE),
                person("chewbacca", Status.AWAY),
                person("luke", Status.ONLINE),
                person("leia", Status.ONLINE),
                person("vader", Status.ONLINE).asBlocked());
    }

    private static Person person(String name, Status status) {
        return new Person(UserName.of(name), status, Optional.empty(), false);
    }

    private List<String> rows() {
        return model.rows().stream().map(SidebarModelTest::row).toList();
    }

    private static String row(SidebarRow row) {
        return switch (row) {
            case SidebarRow.Heading(var group, int count) -> group + " " + count;
            case SidebarRow.Nobody(var sentence) -> sentence;
            case SidebarRow.Everyone _ -> "everyone";
            case SidebarRow.Privately(var chat) -> chat.person() + ", private";
            case SidebarRow.Someone(var person, _) -> person.user().toString();
        };
    }

    @Test
    void thoseWhoAreThereStandFirstAndAwayAndBusyLastAmongThem() {
        assertThat(rows())
                .containsExactly(
                        "everyone",
                        "ONLINE 4",
                        "leia",
                        "luke",
                        "chewbacca",
                        "ackbar",
                        "OFFLINE 1",
                        "boba",
                        "BLOCKED 1",
                        "vader");
    }

    @Test
    void privateChatsStandAboveInTheOrderOfTheirBeginning() {
        state.beginPrivate(UserName.of("luke"));
        state.beginPrivate(UserName.of("ackbar"));

        assertThat(rows())
                .startsWith(
                        "everyone", "PRIVATE 2", "luke, private", "ackbar, private", "ONLINE 4");
    }

    @Test
    void whoGoesMovesDown() {
        Told.person(state, person("leia", Status.OFFLINE));

        assertThat(rows()).containsSequence("OFFLINE 2", "boba", "leia");
    }

    @Test
    void theFilterLooksInNamesWhateverTheCase() {
        model.filterProperty().set("LE");

        assertThat(rows()).containsExactly("ONLINE 1", "leia");
        assertThat(model.first()).isEqualTo(Optional.of(model.rows().get(1)));
    }

    @Test
    void whereNobodyIsFoundItIsSaid() {
        model.filterProperty().set("jabba");

        assertThat(rows()).containsExactly("Nobody here is called “jabba”.");
        assertThat(model.first()).isEmpty();
    }

    @Test
    void whereNobodyElseIsOnlineItIsSaid() {
        Told.people(state, person("boba", Status.OFFLINE));

        assertThat(rows())
                .containsExactly(
                        "everyone",
                        "Nobody else is online. What you write now is delivered when they are.",
                        "OFFLINE 1",
                        "boba");
    }
}
