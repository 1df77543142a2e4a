package parley.desktop.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import parley.desktop.kit.Fx;
import parley.desktop.kit.Hands;
import parley.desktop.kit.Nameless;
import parley.desktop.kit.Standing;

class ComposerIT {
    private final ConversationModel model = ConversationModel.withPerson("luke");
    private final OpenChat chat = new OpenChat(model);
    private final TextArea area = chat.area();
    private final Region composer = (Region) chat.one("composer");

    @AfterEach
    void closed() {
        chat.close();
    }

    private String footLine() {
        return ((Label) chat.one("foot-line")).getText();
    }

    @Test
    void enterSendsAndEmptiesIt() {
        Hands.type(area, "Do or do not.");

        Hands.press(area, KeyCode.ENTER);

        assertThat(chat.scribe.done()).containsExactly("send Do or do not.");
        assertThat(model.draftProperty().get()).isEmpty();
    }

    @Test
    void shiftAndEnterBreakTheLine() {
        Hands.type(area, "Do");
        Hands.pressWithShift(area, KeyCode.ENTER);
        Hands.type(area, "or do not.");

        Hands.press(area, KeyCode.ENTER);

        assertThat(chat.scribe.done()).containsExactly("send Do\nor do not.");
    }

    @Test
    void nothingButBlanksCannotBeSent() {
        Hands.type(area, "  ");
        Hands.press(area, KeyCode.ENTER);

        assertThat(chat.scribe.done()).isEmpty();
        assertThat(chat.one("send").isDisabled()).isTrue();
    }

    @Test
    void linesOfBlanksAroundAMessageAreNotSentButItsIndentIs() {
        chat.change(() -> model.draftProperty().set("\n  \n  if (is) {\n  }\n\n"));

        Hands.press(area, KeyCode.ENTER);

        assertThat(chat.scribe.done()).containsExactly("send   if (is) {\n  }");
    }

    @Test
    void whatIsWrittenIsTheChatsDraft() {
        Hands.type(area, "Later");
        assertThat(model.draftProperty().get()).isEqualTo("Later");

        Fx.run(() -> model.draftProperty().set("Sooner"));
        assertThat(area.getText()).isEqualTo("Sooner");
    }

    @Test
    void itGrowsWithItsTextAndNotForEver() {
        assertThat(composer.getHeight()).isEqualTo(46);

        chat.change(() -> model.draftProperty().set("one\ntwo\nthree"));
        assertThat(composer.getHeight()).isEqualTo(86);

        chat.change(() -> model.draftProperty().set("line\n".repeat(40)));
        assertThat(composer.getHeight()).isEqualTo(160);

        chat.change(() -> model.draftProperty().set(""));
        assertThat(composer.getHeight()).isEqualTo(46);
    }

    @Test
    void aTextTooLongIsRefusedInWords() {
        chat.change(() -> model.draftProperty().set("x".repeat(OpenChat.LIMIT + 7)));

        Hands.press(area, KeyCode.ENTER);

        assertThat(chat.scribe.done()).isEmpty();
        assertThat(footLine())
                .isEqualTo("Too long for one message by about 7 characters. Send it in two parts.");
    }

    @Test
    void withoutAConnectionOneWritesOn() {
        chat.change(() -> model.connectedProperty().set(false));

        assertThat(footLine()).isEqualTo("Sent when the connection is back");
        Hands.type(area, "Patience");
        Hands.press(area, KeyCode.ENTER);
        assertThat(chat.scribe.done()).containsExactly("send Patience");
    }

    @Test
    void whatStandsInTheWayOfAllSendingIsSaidBeforeAnythingElse() {
        chat.change(() -> {
            model.connectedProperty().set(false);
            model.troubleProperty().set("Make room.");
        });
        assertThat(footLine()).isEqualTo("Make room.");

        chat.change(() -> model.troubleProperty().set(""));
        assertThat(footLine()).isEqualTo("Sent when the connection is back");
    }

    @Test
    void oneWritesFromRightToLeftWithoutHarm() {
        chat.change(() -> model.draftProperty().set("שלום עולם, זה מבחן ".repeat(20)));
        assertThat(composer.getHeight()).isEqualTo(46);

        chat.change(() -> model.draftProperty().set("word ".repeat(100)));
        assertThat(composer.getHeight()).isGreaterThan(46);
    }

    @Test
    void noLineOfALongTextIsCutThrough() {
        chat.change(() -> model.draftProperty().set("line\n".repeat(40)));

        assertThat((area.getHeight() - 4) % 20).isZero();
    }

    @Test
    void theTypingOfTheOtherIsSaidWhereNothingElseIs() {
        chat.change(() -> model.typingProperty().set(true));
        assertThat(footLine()).isEqualTo("luke is typing…");

        chat.change(() -> model.connectedProperty().set(false));
        assertThat(footLine()).isEqualTo("Sent when the connection is back");
    }

    @Test
    void whomOneHasBlockedOneUnblocksFirst() {
        chat.change(() -> model.standingProperty().set(Standing.BLOCKED));

        chat.change(() -> model.typingProperty().set(true));

        assertThat(Fx.get(composer::isVisible)).isFalse();
        assertThat(footLine()).isEmpty();
        Hands.click(chat.overlay, "Unblock");
        assertThat(chat.scribe.done()).containsExactly("unblock");
    }

    @Test
    void typingIntoTheListWritesIntoTheComposer() {
        Fx.run(chat.list()::requestFocus);

        Hands.type(chat.list(), "y");

        assertThat(model.draftProperty().get()).isEqualTo("y");
        assertThat(Fx.get(area::isFocused)).isTrue();
    }

    @Test
    void everyControlHasItsName() {
        chat.change(() -> model.rows().addAll(OpenChat.talk(0, 5, 5)));

        assertThat(Nameless.below(chat.overlay)).isEmpty();
        assertThat(((Button) chat.one("send")).getTooltip().getText()).isEqualTo("Send");
    }
}
