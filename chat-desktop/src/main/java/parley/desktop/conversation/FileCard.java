package parley.desktop.conversation;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import parley.desktop.kit.Icons;
import parley.desktop.kit.Texts;
import parley.desktop.peer.FileState;
import parley.desktop.peer.FileTransfer;
import parley.desktop.peer.FileTransfer.Way;

import java.util.List;

/// A file that goes to or fro: what it is, how it stands, and what can be done about it. Where its
/// deeds stay the same so do its buttons, and one keeps the focus while the bar moves.
final class FileCard extends VBox {
    static final double WIDTH = 340;

    private static final Texts TEXTS = Texts.of(FileCard.class);
    private static final PseudoClass MINE = PseudoClass.getPseudoClass("mine");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass VOID = PseudoClass.getPseudoClass("void");
    private static final double PADDING = 12;
    private static final double PICTURE_WIDTH = WIDTH - 2 * PADDING;
    private static final double PICTURE_HEIGHT = 200;

    private final RowContext context;
    private final ImageView picture = new ImageView();
    private final StackPane frame = new StackPane(picture);
    private final StackPane sign = new StackPane();
    private final Label name = new Label();
    private final Label about = new Label();
    private final Label time = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label status = new Label();
    private final HBox deeds = new HBox();
    private List<FileDeed> offered = List.of();

    FileCard(RowContext context) {
        this.context = context;
        getStyleClass().add("file");
        setManaged(false);
        getChildren().addAll(frame, head(), bar, status, deeds);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        status.setWrapText(true);
        status.setMinHeight(USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        furnish();
    }

    private HBox head() {
        HBox under = new HBox(about, space(), time);
        under.setAlignment(Pos.BASELINE_LEFT);
        VBox words = new VBox(name, under);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(sign, words);
        head.getStyleClass().add("head");
        return head;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private void furnish() {
        frame.getStyleClass().add("picture");
        sign.getStyleClass().add("sign");
        name.getStyleClass().add("name");
        about.getStyleClass().add("about");
        time.getStyleClass().add("time");
        status.getStyleClass().add("status");
        deeds.getStyleClass().add("deeds");
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
    }

    /// Shows this file.
    void show(MessageRow.Shared row) {
        FileTransfer file = row.transfer();
        boolean in = file.way() == Way.IN;
        FileWords words = new FileWords(context.name());
        sign.getChildren().setAll(Icons.icon(FileKind.of(file.name()).icon(), 18));
        if (!file.name().equals(name.getText())) {
            name.setText(file.name());
            Icons.tip(name, file.name());
        }
        about.setText(FileWords.about(file));
        time.setText(context.times().time(row.time()));
        FileWords.progress(file).ifPresent(bar::setProgress);
        shown(bar, FileWords.progress(file).isPresent());
        status.setText(words.status(file));
        shown(status, !status.getText().isEmpty());
        pseudoClassStateChanged(MINE, !in);
        boolean failed = file.state() instanceof FileState.Failed;
        status.setGraphic(failed ? Icons.icon(Feather.ALERT_CIRCLE, 13) : null);
        pseudoClassStateChanged(FAILED, failed);
        pseudoClassStateChanged(
                VOID, file.state().isOver() && !(file.state() instanceof FileState.Done));
        show(row.preview());
        offer(file);
    }

    private void show(@Nullable Image preview) {
        picture.setImage(preview);
        shown(frame, preview != null);
        if (preview == null) {
            return;
        }
        double scale =
                Math.min(
                        1,
                        Math.min(
                                PICTURE_WIDTH / preview.getWidth(),
                                PICTURE_HEIGHT / preview.getHeight()));
        double width = Math.max(1, Math.round(preview.getWidth() * scale));
        double height = Math.max(1, Math.round(preview.getHeight() * scale));
        picture.setFitWidth(width);
        picture.setFitHeight(height);
        Rectangle clip = new Rectangle(width, height);
        clip.setArcWidth(16);
        clip.setArcHeight(16);
        picture.setClip(clip);
    }

    private void offer(FileTransfer file) {
        List<FileDeed> now = FileDeed.of(file);
        if (!now.equals(offered)) {
            offered = now;
            deeds.getChildren().setAll(now.stream().map(deed -> button(deed, file)).toList());
        }
        shown(deeds, !now.isEmpty());
    }

    private Button button(FileDeed deed, FileTransfer file) {
        String words = TEXTS.get(deed.key());
        Button button = new Button(words, Icons.icon(deed.icon(), 13));
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("private");
        if (deed == FileDeed.SAVE) {
            button.getStyleClass().add("primary");
        }
        button.setAccessibleText(TEXTS.get("file.spoken.deed", words, file.name()));
        button.setOnAction(_ -> deed.doneBy(context.files(), file.file()));
        return button;
    }

    /// It serves another file from now on.
    void clear() {
        offered = List.of();
        deeds.getChildren().clear();
        picture.setImage(null);
    }

    private static void shown(javafx.scene.Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
