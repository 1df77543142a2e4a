package parley.desktop.search;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import parley.desktop.StagedDesktop;
import parley.desktop.client.Change;
import parley.desktop.kit.Fx;
import parley.desktop.local.ChatSummary;
import parley.desktop.local.Entry;
import parley.desktop.local.Snapshot;
import parley.desktop.net.ServerAddress;
import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.Reply;
import parley.protocol.UserName;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;

/// The page by keys alone, and the way from a result to its message.
class SearchIT {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final UserName YODA = UserName.of("yoda");
    private static final UserName LUKE = UserName.of("luke");
    private static final Chat CHAT = Chat.with(LUKE);

    private StagedDesktop desktop;

    @BeforeEach
    void signIn() {
        desktop = new StagedDesktop(NOON);
        desktop.open();
        desktop.tell(
                new Change.Opened(
                        new ServerAddress("rebel-base.local", 7331),
                        new Snapshot(
                                YODA,
                                List.of(),
                                List.of(
                                        new ChatSummary(
                                                CHAT,
                                                Optional.of(entry(200)),
                                                0,
                                                new ChatSummary.Cursors(1, 200, 0, 0),
                                                "")))));
        desktop.online(NOON);
        desktop.client()
                .finds(
                        new Reply.Results(
                                List.of(new ChatMessage(CHAT, LUKE, 130, "a plan", NOON, "")), ""),
                        List.of());
    }

    @AfterEach
    void close() {
        desktop.close();
    }

    private static Entry entry(long seq) {
        return new Entry(
                1000 + seq, CHAT, LUKE, "number " + seq, NOON, "", new Entry.State.Said(1, seq));
    }

    private static List<Entry> page(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(SearchIT::entry).toList();
    }

    private Node find(String selector) {
        return Objects.requireNonNull(desktop.scene().lookup(selector), selector);
    }

    private void press(KeyCode code, boolean control, boolean shift) {
        Fx.run(() -> {
            Node focused = desktop.scene().getFocusOwner();
            KeyEvent key =
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            KeyEvent.CHAR_UNDEFINED,
                            "",
                            code,
                            shift,
                            control,
                            false,
                            false);
            focused.fireEvent(key);
        });
        desktop.settle();
    }

    private void searchAndOpen() {
        press(KeyCode.F, true, true);
        desktop.type("#search-words", "plan");
        desktop.settle();
        press(KeyCode.DOWN, false, false);
        press(KeyCode.ENTER, false, false);
    }

    @Test
    void theKeysLeadFromAnywhereToAMessageInItsChat() {
        searchAndOpen();
        assertThat(desktop.client().asked()).contains("search plan before ", "latest luke");

        desktop.tell(new Change.HistoryLoaded(CHAT, page(151, 200), true));
        desktop.settle();
        assertThat(desktop.client().asked()).contains("older luke");
        desktop.tell(new Change.HistoryLoaded(CHAT, page(101, 150), true));
        desktop.settle();

        assertThat(Fx.get(() -> desktop.scene().getFocusOwner().getAccessibleText()))
                .contains("luke");
        assertThat(shown()).anyMatch(text -> text.contains("number 130"));
    }

    private List<String> shown() {
        return Fx.get(() ->
                desktop.scene().getRoot().lookupAll(".message-list > *").stream()
                        .filter(Node::isVisible)
                        .map(node -> Objects.toString(node.getAccessibleText()))
                        .toList());
    }

    @Test
    void aMessageOutOfReachIsSaidToBe() {
        searchAndOpen();

        desktop.tell(new Change.HistoryLoaded(CHAT, page(151, 200), false));
        desktop.settle();

        assertThat(Fx.get(() -> find("#toasts").lookupAll(".label"))).isNotEmpty();
    }

    @Test
    void escapeGoesBackToTheField() {
        press(KeyCode.F, true, true);
        desktop.type("#search-words", "plan");
        desktop.settle();
        press(KeyCode.ENTER, false, false);
        assertThat(((ListView<?>) find("#hits")).isFocused()).isTrue();

        press(KeyCode.ESCAPE, false, false);

        assertThat(find("#search-words").isFocused()).isTrue();
    }
}
