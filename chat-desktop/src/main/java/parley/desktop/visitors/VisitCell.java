package parley.desktop.visitors;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import parley.desktop.kit.Avatar;
import parley.protocol.UserName;

import java.util.function.Consumer;

/// A row: who, and since or until when. A double click goes to the chat.
final class VisitCell extends ListCell<Visit> {
    private final Avatar avatar = Avatar.of("", 36);
    private final Label name = new Label();
    private final Label words = new Label();
    private final HBox row;

    VisitCell(Consumer<UserName> open) {
        name.getStyleClass().add("name");
        words.getStyleClass().addAll("small", "muted");
        VBox lines = new VBox(name, words);
        lines.getStyleClass().add("lines");
        row = new HBox(avatar, lines);
        row.getStyleClass().add("visit");
        setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && getItem() != null) {
                open.accept(getItem().user());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Visit visit, boolean empty) {
        super.updateItem(visit, empty);
        if (visit == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        avatar.setName(visit.user().toString());
        avatar.setStanding(visit.standing());
        name.setText(visit.user().toString());
        words.setText(visit.words());
        setAccessibleText(visit.user() + ", " + visit.words());
        setGraphic(row);
    }
}
