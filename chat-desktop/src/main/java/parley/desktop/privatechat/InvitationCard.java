package parley.desktop.privatechat;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import parley.desktop.kit.Avatar;
import parley.desktop.kit.Icons;
import parley.desktop.kit.Texts;

import java.util.Locale;
import java.util.function.Consumer;

/// One invitation: who, what is known of their key, and yes or no.
final class InvitationCard extends VBox {
    private static final Texts TEXTS = Texts.of(InvitationCard.class);
    private static final double WIDTH = 348;
    private static final double AVATAR = 36;

    private final Invitation invitation;

    InvitationCard(
            Invitation invitation, Consumer<Invitation> accept, Consumer<Invitation> decline) {
        this.invitation = invitation;
        getStyleClass().addAll("invitation", style());
        setPrefWidth(WIDTH);
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(TEXTS.get("invitation", invitation.name()));
        Button no = button("decline", () -> decline.accept(invitation));
        Button yes = button("accept", () -> accept.accept(invitation));
        yes.getStyleClass().addAll("primary", "private");
        HBox answers = new HBox(no, yes);
        answers.getStyleClass().add("answers");
        getChildren().addAll(head(), answers);
    }

    Invitation invitation() {
        return invitation;
    }

    private Node head() {
        Label who = line(TEXTS.get("invitation", invitation.name()), "who");
        who.setGraphic(Icons.icon(Feather.LOCK, 14));
        Label key = line(TEXTS.get("key." + style(), invitation.name()), "key");
        VBox words = new VBox(who, key);
        words.getStyleClass().add("words");
        HBox head = new HBox(Avatar.of(invitation.name(), AVATAR), words);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
        return head;
    }

    private String style() {
        return invitation.key().name().toLowerCase(Locale.ROOT);
    }

    private static Label line(String words, String style) {
        Label line = new Label(words);
        line.getStyleClass().add(style);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }

    private Button button(String key, Runnable deed) {
        Button button = new Button(TEXTS.get(key));
        button.setAccessibleText(TEXTS.get(key + ".spoken", invitation.name()));
        button.setOnAction(_ -> deed.run());
        return button;
    }
}
