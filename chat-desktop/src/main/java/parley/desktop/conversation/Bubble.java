package parley.desktop.conversation;

import javafx.css.PseudoClass;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.scene.text.TextLineInfo;

import org.jspecify.annotations.Nullable;

import parley.desktop.kit.LinkOpener;
import parley.desktop.kit.Links;
import parley.desktop.kit.RightToLeft;

import java.util.List;

/// What somebody said, in a bubble as wide as it needs: words that can be selected, links that can
/// be opened, and at its lower right the time and how far it has got, on the last line where there
/// is room.
///
/// It is laid out by [#fit], which its row calls, and never by itself.
final class Bubble extends Region {
    private static final PseudoClass MINE = PseudoClass.getPseudoClass("mine");
    private static final PseudoClass CLOSES = PseudoClass.getPseudoClass("closes");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private static final Font FONT = Font.font("Inter", 14);
    private static final double SIDE = 12;
    private static final double TOP = 7;
    private static final double LINE = 20;
    private static final double LEADING = 3;
    private static final double META_GAP = 12;
    private static final double META_LINE = 16;

    private final TextFlow words = new TextFlow();
    private final Path marked = new Path();
    private final Meta meta = new Meta();
    private final LinkOpener links;
    private final Selection selection = new Selection();
    private String text = "";
    private @Nullable Sign sign;
    private boolean saysTime;

    /// For which width its lines were broken here; not a number where JavaFX wraps them.
    private double brokenTo = Double.NaN;

    Bubble(LinkOpener links) {
        this.links = links;
        getStyleClass().add("bubble");
        setManaged(false);
        words.setManaged(false);
        words.setLineSpacing(LEADING);
        words.setCursor(Cursor.TEXT);
        marked.setManaged(false);
        marked.setMouseTransparent(true);
        marked.getStyleClass().add("marked");
        getChildren().addAll(marked, words, meta);
        selection.onChange(this::mark);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    }

    /// Shows a text.
    void say(String what) {
        if (text.equals(what)) {
            return;
        }
        text = what;
        brokenTo = RightToLeft.in(what) ? 0 : Double.NaN;
        write(what);
    }

    private void write(String what) {
        selection.within(what);
        words.getChildren().setAll(Links.pieces(what).stream().map(this::run).toList());
    }

    /// Breaks into lines what JavaFX cannot wrap; for others nothing is to do.
    private void breakLines(double width) {
        if (!Double.isNaN(brokenTo) && brokenTo != width) {
            brokenTo = width;
            write(RightToLeft.broken(text, FONT, width));
            words.applyCss();
        }
    }

    /// Shows when it was said and how far it has got; nothing of it where the row says no time.
    void mean(Placement placement, String time, @Nullable Sign how) {
        boolean failed = how != null && how.style().equals("failed");
        sign = how;
        saysTime = placement.saysTime() || failed;
        meta.setVisible(saysTime);
        meta.show(time, how);
        pseudoClassStateChanged(MINE, how != null);
        pseudoClassStateChanged(CLOSES, placement.closes());
        pseudoClassStateChanged(FAILED, failed);
    }

    /// Lays itself out within a width, and tells the size it takes. Needs its styles.
    Dimension2D fit(double most) {
        double widest = most - 2 * SIDE;
        breakLines(widest);
        double natural = Math.ceil(words.prefWidth(-1));
        lay(Double.isNaN(brokenTo) ? Math.min(natural, widest) : natural);
        List<TextLineInfo> lines = words.getLayoutInfo().getTextLines(false);
        double broad = Math.ceil(lines.stream().mapToDouble(Bubble::right).max().orElse(0));
        double last = Math.ceil(right(lines.getLast()));
        double height = lines.size() * LINE;
        if (!saysTime) {
            return sized(broad, height);
        }
        double metaWidth = meta.fit(sign);
        boolean beside = last + META_GAP + metaWidth <= widest;
        double inner = Math.max(broad, beside ? last + META_GAP + metaWidth : metaWidth);
        double tall = beside ? height : height + META_LINE;
        meta.relocate(0, 0);
        meta.setLayoutX(SIDE + inner - metaWidth);
        meta.setLayoutY(TOP + tall - 7);
        return sized(inner, tall);
    }

    /// What is selected; empty for nothing.
    String selected() {
        return selection.text();
    }

    /// Selects nothing.
    void unselect() {
        selection.clear();
    }

    private Dimension2D sized(double inner, double height) {
        Dimension2D size = new Dimension2D(inner + 2 * SIDE, height + 2 * TOP);
        resize(size.getWidth(), size.getHeight());
        mark();
        return size;
    }

    private void lay(double width) {
        words.resize(width, words.prefHeight(width));
        words.relocate(SIDE, TOP + LEADING / 2);
        marked.relocate(0, 0);
        marked.setLayoutX(SIDE);
        marked.setLayoutY(TOP + LEADING / 2);
        words.layout();
    }

    private static double right(TextLineInfo line) {
        Rectangle2D bounds = line.bounds();
        return bounds.getMaxX();
    }

    private Text run(Links.Piece piece) {
        Text run = new Text(piece.text());
        run.getStyleClass().add("said");
        if (piece instanceof Links.Link link) {
            run.getStyleClass().add("link");
            run.setUserData(link);
            run.setCursor(Cursor.HAND);
            run.setFocusTraversable(true);
            run.setAccessibleRole(AccessibleRole.HYPERLINK);
            run.setAccessibleText(link.text());
            run.setOnMouseClicked(click -> {
                if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
                    links.open(link.target());
                }
            });
            run.setOnKeyPressed(key -> {
                if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                    key.consume();
                    links.open(link.target());
                }
            });
        }
        return run;
    }

    private void pressed(MouseEvent press) {
        if (press.getButton() == MouseButton.PRIMARY) {
            selection.begin(insertionAt(press), press.getClickCount());
        }
    }

    private void dragged(MouseEvent drag) {
        selection.extend(insertionAt(drag));
        drag.consume();
    }

    private int insertionAt(MouseEvent event) {
        Point2D point = words.sceneToLocal(event.getSceneX(), event.getSceneY());
        return words.getHitInfo(point).getInsertionIndex();
    }

    private void mark() {
        marked.getElements()
                .setAll(
                        selection.isEmpty()
                                ? new javafx.scene.shape.PathElement[0]
                                : words.getRangeShape(selection.from(), selection.to(), false));
    }
}
