package parley.desktop.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import parley.desktop.conversation.MessageRow.Heard;
import parley.desktop.kit.Fx;
import parley.desktop.kit.Hands;

import java.net.URI;

class BubbleIT {
    private static final String TEXT = "Size matters not, see https://x.example/size";

    private final ConversationModel model = ConversationModel.withPerson("luke");
    private final OpenChat chat = new OpenChat(model);

    @BeforeEach
    void somethingWasSaid() {
        chat.change(() ->
                model.rows()
                        .addAll(
                                new Heard("1", "luke", TEXT, OpenChat.NOW),
                                new Heard("2", "luke", "Ho.", OpenChat.NOW)));
    }

    @AfterEach
    void closed() {
        chat.close();
    }

    private Bubble bubble(String key) {
        return Fx.get(() -> chat.list().shown(key).orElseThrow().bubble());
    }

    @Test
    void whatTheMouseMarksIsCopied() {
        Node words = words("1");

        mouse(words, MouseEvent.MOUSE_PRESSED, left(words), 1);
        mouse(words, MouseEvent.MOUSE_DRAGGED, right(words), 0);
        Hands.pressWithShortcut(chat.list(), KeyCode.C);

        assertThat(Fx.get(() -> bubble("1").selected())).isEqualTo(TEXT);
        assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(TEXT);
    }

    @Test
    void aSecondClickMarksAWord() {
        Node words = words("1");

        mouse(words, MouseEvent.MOUSE_PRESSED, left(words).add(4, 0), 2);

        assertThat(Fx.get(() -> bubble("1").selected())).isEqualTo("Size");
    }

    @Test
    void onlyOneMessageIsMarked() {
        mouse(words("1"), MouseEvent.MOUSE_PRESSED, left(words("1")), 3);

        mouse(words("2"), MouseEvent.MOUSE_PRESSED, left(words("2")), 3);

        assertThat(Fx.get(() -> bubble("1").selected())).isEmpty();
        assertThat(Fx.get(() -> bubble("2").selected())).isEqualTo("Ho.");
    }

    @Test
    void aLinkIsOpenedByAClickThatDidNotMove() {
        Node link = chat.one("link");

        mouse(link, MouseEvent.MOUSE_CLICKED, left(link), 1);

        assertThat(chat.opened).containsExactly(URI.create("https://x.example/size"));
    }

    @Test
    void aBubbleIsAsWideAsItsWordsAndTimeNeed() {
        assertThat(Fx.get(() -> bubble("2").getWidth())).isLessThan(120);
        assertThat(Fx.get(() -> bubble("2").getHeight())).isEqualTo(34);
    }

    private Node words(String key) {
        return Fx.get(() -> bubble(key).lookup(".said"));
    }

    private static Point2D left(Node words) {
        return edge(words, true);
    }

    private static Point2D right(Node words) {
        return edge(words, false);
    }

    private static Point2D edge(Node words, boolean left) {
        return Fx.get(() -> {
            Bounds bounds = words.getParent().localToScene(words.getParent().getLayoutBounds());
            Bounds own = words.localToScene(words.getLayoutBounds());
            return left
                    ? new Point2D(own.getMinX() + 1, own.getMinY() + 8)
                    : new Point2D(bounds.getMaxX() + 50, bounds.getMaxY() + 50);
        });
    }

    private static void mouse(Node at, EventType<MouseEvent> what, Point2D where, int clicks) {
        Fx.run(() -> {
            Point2D local = at.sceneToLocal(where);
            Event.fireEvent(
                    at,
                    new MouseEvent(
                            what,
                            where.getX(),
                            where.getY(),
                            where.getX(),
                            where.getY(),
                            MouseButton.PRIMARY,
                            clicks,
                            false,
                            false,
                            false,
                            false,
                            true,
                            false,
                            false,
                            true,
                            false,
                            true,
                            new PickResult(at, local.getX(), local.getY())));
        });
    }

    @Test
    void whatRunsFromRightToLeftIsBrokenIntoLinesAndHarmsNothing() {
        String said = "שלום עולם, זה מבחן של טקסט ארוך מימין לשמאל (with English) וסוף. ".repeat(9);
        String word = "\u202e" + "מ".repeat(400);
        chat.change(() -> model.rows().setAll(heard("a", said), heard("b", word), heard("c", "x")));

        double first = chat.endOf("a") - chat.yOf("a");
        assertThat(first).isBetween(60.0, 400.0);
        assertThat(chat.endOf("b") - chat.yOf("b")).isGreaterThan(60.0);
        assertThat(chat.endOf("c")).isLessThan(Fx.get(() -> chat.list().getHeight()) + 1);
        assertThat(Fx.get(() -> chat.list().shown("b").orElseThrow().bubble().getWidth()))
                .isLessThanOrEqualTo(520.0);
    }

    private static MessageRow heard(String key, String text) {
        return new MessageRow.Heard(key, "luke", text, OpenChat.NOW);
    }
}
