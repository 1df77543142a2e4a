package parley.desktop.sidebar;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;

import parley.desktop.kit.Avatar;
import parley.desktop.kit.Badge;
import parley.desktop.kit.Icons;
import parley.desktop.kit.Standing;
import parley.desktop.kit.Texts;

/// One row, 54 high: an avatar, two lines, the time and what is unread. Used again for other rows
/// of its kind.
final class RowView extends HBox {
    private static final Texts TEXTS = Texts.of(RowView.class);
    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");
    private static final double AVATAR = 36;

    private final Avatar avatar;
    private final StackPane picture;
    private final Label name = label("name");
    private final Label line = label("line");
    private final Label time = label("time");
    private final Badge badge = new Badge();
    private final Badge smallBadge = new Badge();
    private Subscription standing = Subscription.EMPTY;

    private RowView(Avatar avatar, ObservableValue<Boolean> narrow) {
        this.avatar = avatar;
        getStyleClass().add("row");
        VBox words = new VBox(spread(name, time), spread(line, badge));
        words.getStyleClass().add("words");
        words.visibleProperty().bind(narrow.map(small -> !small));
        words.managedProperty().bind(words.visibleProperty());
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Group above = new Group(smallBadge);
        above.visibleProperty().bind(narrow);
        StackPane.setAlignment(above, Pos.TOP_RIGHT);
        above.setTranslateX(7);
        above.setTranslateY(-4);
        picture = new StackPane(avatar, above);
        picture.setMinWidth(AVATAR);
        getChildren().addAll(picture, words);
    }

    /// A row for people.
    static RowView ofSomeone(ObservableValue<Boolean> narrow) {
        return new RowView(Avatar.of("", AVATAR), narrow);
    }

    /// The row of *Everyone*.
    static RowView ofEveryone(ObservableValue<Boolean> narrow) {
        return new RowView(Avatar.everyone(AVATAR), narrow);
    }

    /// A row for private chats: violet, and with a lock.
    static RowView ofPrivate(ObservableValue<Boolean> narrow) {
        RowView row = new RowView(Avatar.of("", AVATAR), narrow);
        row.getStyleClass().add("private");
        row.name.setGraphic(Icons.icon(Feather.LOCK, 14));
        row.picture.getChildren().add(lockMark(narrow));
        row.badge.getStyleClass().add("private");
        row.smallBadge.getStyleClass().add("private");
        return row;
    }

    /// Where there is room for avatars only, a private one carries its lock at the corner.
    private static Node lockMark(ObservableValue<Boolean> narrow) {
        Group mark = new Group(lock());
        mark.setMouseTransparent(true);
        mark.visibleProperty().bind(narrow);
        StackPane.setAlignment(mark, Pos.BOTTOM_RIGHT);
        mark.setTranslateX(5);
        mark.setTranslateY(4);
        return mark;
    }

    private static Label lock() {
        Label lock = new Label("", Icons.icon(Feather.LOCK, 11));
        lock.getStyleClass().add("lock-mark");
        return lock;
    }

    /// Shows this from now on.
    void show(RowFace face) {
        name.setText(face.name());
        if (!avatar.getStyleClass().contains("everyone")) {
            avatar.setName(face.name());
        }
        line.textProperty().bind(face.line());
        time.textProperty().bind(face.time());
        badge.countProperty().bind(face.unread());
        smallBadge.countProperty().bind(face.unread());
        avatar.standingProperty().bind(face.standing());
        standing.unsubscribe();
        standing = face.standing().subscribe(this::stand);
        accessibleTextProperty().bind(spoken(face));
    }

    private void stand(Standing now) {
        pseudoClassStateChanged(GONE, now == Standing.OFFLINE || now == Standing.BLOCKED);
    }

    private StringBinding spoken(RowFace face) {
        return Bindings.createStringBinding(
                () ->
                        TEXTS.get(
                                getStyleClass().contains("private") ? "row.private" : "row",
                                face.name(),
                                face.line().getValue(),
                                face.unread().getValue()),
                face.line(),
                face.unread());
    }

    private static HBox spread(Node left, Region right) {
        HBox.setHgrow(left, Priority.ALWAYS);
        right.setMinWidth(USE_PREF_SIZE);
        HBox both = new HBox(left, right);
        both.getStyleClass().add("spread");
        both.setMinWidth(0);
        return both;
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
