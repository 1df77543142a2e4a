package parley.desktop.search;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;

import parley.desktop.kit.Avatar;
import parley.desktop.kit.SpokenTime;
import parley.desktop.kit.Texts;
import parley.protocol.Chat;
import parley.words.Wanted;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// A row: in which chat, who, when, and the words around what was looked for. A click goes there.
final class HitCell extends ListCell<Hit> {
    private static final Texts TEXTS = Texts.of(HitCell.class);

    private final Supplier<Wanted> wanted;
    private final SpokenTime times;
    private final Avatar avatar = Avatar.of("", 36);
    private final Label where = new Label();
    private final Label time = new Label();
    private final TextFlow words = new TextFlow();
    private final HBox row;

    HitCell(Supplier<Wanted> wanted, SpokenTime times, Consumer<Hit> open) {
        this.wanted = wanted;
        this.times = times;
        where.getStyleClass().add("name");
        where.setMaxWidth(Double.MAX_VALUE);
        where.setMinWidth(0);
        HBox.setHgrow(where, Priority.ALWAYS);
        time.getStyleClass().addAll("small", "muted");
        time.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(where, time);
        head.getStyleClass().add("hit-head");
        words.getStyleClass().add("hit-words");
        VBox lines = new VBox(head, words);
        lines.getStyleClass().add("lines");
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        row = new HBox(avatar, lines);
        row.getStyleClass().add("hit");
        setPrefWidth(0);
        setOnMouseClicked(_ -> {
            if (getItem() != null) {
                open.accept(getItem());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Hit hit, boolean empty) {
        super.updateItem(hit, empty);
        if (hit == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        avatar.setName(hit.from().toString());
        where.setText(where(hit));
        time.setText(times.brief(hit.time()));
        Snippet snippet = Snippet.of(hit.text(), wanted.get());
        words.getChildren().setAll(snippet.pieces().stream().map(HitCell::text).toList());
        setAccessibleText(TEXTS.get("hit", where(hit), times.exact(hit.time()), hit.text()));
        setGraphic(row);
    }

    /// Who said it, and to whom where that is not the reader.
    private static String where(Hit hit) {
        return switch (hit.chat()) {
            case Chat.Everyone() -> TEXTS.get("hit.everyone", hit.from());
            case Chat.With(var other) ->
                    other.equals(hit.from())
                            ? other.toString()
                            : TEXTS.get("hit.to", hit.from(), other);
        };
    }

    private static Text text(Snippet.Piece piece) {
        Text text = new Text(piece.text());
        text.getStyleClass().add(piece.isMarked() ? "hit-mark" : "hit-text");
        return text;
    }
}
