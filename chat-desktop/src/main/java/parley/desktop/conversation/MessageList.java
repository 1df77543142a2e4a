package parley.desktop.conversation;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener.Change;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import parley.desktop.conversation.MessageRow.Heard;

import java.util.Optional;

/// The messages of a chat, however many, of which only those on screen exist as nodes.
///
/// What one reads stays where it is, to the pixel, whatever is added above or below, grows, or is
/// laid out anew at another width. The list keeps one thing still, its [Anchor], and lays the other
/// rows out from there: at the end the newest row, else the uppermost row that is seen whole. What
/// is scrolled within a frame is summed and applied once.
final class MessageList extends Region {
    private static final double HEAD = 8;
    private static final double FOOT = 6;

    private final ConversationModel model;
    private final ObservableList<MessageRow> rows;
    private final RowContext context;
    private final RowPool pool;
    private final ListBar bar = new ListBar(this::jumpTo);
    private final Rectangle clip = new Rectangle();
    private final ReadOnlyBooleanWrapper atEnd = new ReadOnlyBooleanWrapper(this, "atEnd", true);
    private final ReadOnlyObjectWrapper<@Nullable Heard> newestSeen =
            new ReadOnlyObjectWrapper<>(this, "newestSeen");
    private final BooleanProperty wantsOlder = new SimpleBooleanProperty(this, "wantsOlder");

    private Anchor anchor = Anchor.END;
    private double scrolled;
    private int first;
    private int last = -1;
    private double top;
    private double bottom;

    private final ListKeys keys;

    MessageList(ConversationModel model, RowContext context) {
        this.model = model;
        this.context = context;
        rows = model.rows();
        pool = new RowPool(this::newCell);
        getStyleClass().add("message-list");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setFocusTraversable(true);
        setClip(clip);
        getChildren().add(bar);
        rows.addListener(this::changed);
        model.firstNewProperty().addListener(_ -> requestLayout());
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        keys = new ListKeys(this);
        new ListMenu(this, context);
    }

    /// Whether the newest row is in sight, and what comes will be.
    ReadOnlyBooleanProperty atEndProperty() {
        return atEnd.getReadOnlyProperty();
    }

    /// The newest of others' messages that is wholly on screen; null for none.
    ReadOnlyObjectProperty<@Nullable Heard> newestSeenProperty() {
        return newestSeen.getReadOnlyProperty();
    }

    /// Whether the reader is near the oldest row.
    BooleanProperty wantsOlderProperty() {
        return wantsOlder;
    }

    ObservableList<MessageRow> rows() {
        return rows;
    }

    /// Moves the rows down by so many pixels, or up where negative; in the next frame.
    void scroll(double down) {
        scrolled += down;
        requestLayout();
    }

    /// Shows the newest row, and keeps to the end.
    void toEnd() {
        anchor = Anchor.END;
        scrolled = 0;
        requestLayout();
    }

    /// Shows the oldest row that is loaded.
    void toStart() {
        showAt(0, HEAD);
    }

    /// Shows a row, so many pixels below the upper edge, or as near to that as the list allows.
    void showAt(int index, double y) {
        if (index >= 0 && index < rows.size()) {
            double above = getWidth() > 0 ? cell(index, getWidth()).bubbleTop() : 0;
            anchor = new Anchor.At(index, rows.get(index).key(), y + above);
            scrolled = 0;
            requestLayout();
        }
    }

    /// Shows a row, marks it as the one that keys go on from, and takes them.
    void point(String key) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).key().equals(key)) {
                requestFocus();
                showAt(i, getHeight() / 3);
                layout();
                keys.goOnFrom(key);
            }
        }
    }

    /// The cell that shows a row just now.
    Optional<RowCell> shown(@Nullable String key) {
        return pool.showing(key);
    }

    /// The cell that the keys are at.
    Optional<RowCell> current() {
        return keys.current();
    }

    /// The cell under a point of this list.
    Optional<RowCell> cellAt(double y) {
        return pool.cells().stream()
                .filter(cell -> cell.getLayoutY() <= y && y < cell.getLayoutY() + cell.height())
                .findFirst();
    }

    /// What is selected with the mouse; empty for nothing.
    String selectedText() {
        return pool.cells().stream()
                .map(cell -> cell.bubble().selected())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    int firstShown() {
        return first;
    }

    int lastShown() {
        return last;
    }

    /// Says times and days anew, since it is another day.
    void retell() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        clip.setWidth(width);
        clip.setHeight(height);
        bar.resizeRelocate(width - bar.prefWidth(-1), 0, bar.prefWidth(-1), height);
        if (width > 0 && height > 0) {
            boolean moved = scrolled != 0;
            applyScroll();
            place(width, height);
            for (int again = 0; again < 3 && outOfBounds(height); again++) {
                place(width, height);
            }
            if (takeAnchor(moved, height)) {
                place(width, height);
            }
            pool.finish();
            tell(height);
        }
    }

    private void changed(Change<? extends MessageRow> change) {
        while (change.next()) {
            anchor = Anchor.after(anchor, change);
        }
        requestLayout();
    }

    private void wheel(ScrollEvent wheel) {
        scroll(wheel.getDeltaY());
        wheel.consume();
    }

    private void pressed(MouseEvent press) {
        requestFocus();
        pool.cells().stream()
                .filter(cell ->
                        !cell.localToScene(cell.getLayoutBounds())
                                .contains(press.getSceneX(), press.getSceneY()))
                .forEach(cell -> cell.bubble().unselect());
    }

    private void applyScroll() {
        double down = Math.round(scrolled);
        scrolled -= down;
        if (down == 0) {
            return;
        }
        scrolled = 0;
        Anchor.At still = anchor instanceof Anchor.At at ? at : uppermost(getHeight());
        anchor = still == null ? Anchor.END : still.moved(down);
    }

    private void place(double width, double height) {
        pool.begin();
        if (rows.isEmpty()) {
            first = 0;
            last = -1;
            return;
        }
        switch (anchor) {
            case Anchor.End() -> placeFromEnd(width, height);
            case Anchor.At(int index, _, double y) -> placeAround(index, y, width, height);
        }
    }

    private void placeFromEnd(double width, double height) {
        last = rows.size() - 1;
        bottom = height - FOOT;
        top = bottom;
        first = rows.size();
        placeUpward(width);
    }

    private void placeAround(int index, double y, double width, double height) {
        RowCell still = cell(index, width);
        top = y - still.bubbleTop();
        put(still, top);
        first = index;
        last = index;
        bottom = top + still.height();
        placeUpward(width);
        while (bottom < height && last < rows.size() - 1) {
            RowCell next = cell(++last, width);
            put(next, bottom);
            bottom += next.height();
        }
    }

    private void placeUpward(double width) {
        while (top > 0 && first > 0) {
            RowCell next = cell(--first, width);
            top -= next.height();
            put(next, top);
        }
    }

    private static void put(RowCell cell, double y) {
        cell.relocate(0, y);
    }

    /// Whether the rows left a gap where none may be; then the anchor is moved to mend it.
    private boolean outOfBounds(double height) {
        if (!(anchor instanceof Anchor.At at) || rows.isEmpty()) {
            return false;
        }
        if (last == rows.size() - 1 && bottom <= height - FOOT) {
            anchor = Anchor.END;
            return true;
        }
        if (first == 0 && top > HEAD) {
            anchor = at.moved(HEAD - top);
            return true;
        }
        return false;
    }

    /// After scrolling, keeps a row that is on screen in place of one that has left it. Tells
    /// whether that is another one: what was laid out for the old one may be off the screen.
    private boolean takeAnchor(boolean moved, double height) {
        if (!(anchor instanceof Anchor.At at) || !moved && at.y() >= 0 && at.y() <= height) {
            return false;
        }
        Anchor.At now = uppermost(height);
        if (now == null || now.equals(at)) {
            return false;
        }
        anchor = now;
        return true;
    }

    /// The uppermost row that begins on screen, where it stands; else the one that fills the
    /// screen.
    private Anchor.@Nullable At uppermost(double height) {
        for (int i = first; i <= last; i++) {
            String key = rows.get(i).key();
            Optional<RowCell> cell = shown(key);
            double y = cell.map(it -> it.getLayoutY() + it.bubbleTop()).orElse(-1.0);
            boolean onlyOne = i == last && cell.isPresent();
            if (onlyOne || y >= 0 && y < height) {
                return new Anchor.At(i, key, y);
            }
        }
        return null;
    }

    private RowCell cell(int index, double width) {
        MessageRow row = rows.get(index);
        RowCell cell = pool.take(row.key());
        if (cell.show(row, placement(index))) {
            cell.applyCss();
        }
        cell.fit(width);
        return cell;
    }

    private Placement placement(int index) {
        return Placement.of(
                index == 0 ? null : rows.get(index - 1),
                rows.get(index),
                index == rows.size() - 1 ? null : rows.get(index + 1),
                model.firstNewProperty().get(),
                context.times());
    }

    private RowCell newCell() {
        RowCell cell = new RowCell(context);
        getChildren().add(getChildren().size() - 1, cell);
        return cell;
    }

    private void jumpTo(double share) {
        if (share >= 1) {
            toEnd();
        } else if (!rows.isEmpty()) {
            double row = share * Math.max(0, rows.size() - (last - first));
            int index = Math.min((int) row, rows.size() - 1);
            double tall = cell(index, getWidth()).height();
            showAt(index, HEAD - (row - index) * tall);
        }
    }

    private void tell(double height) {
        boolean end = anchor instanceof Anchor.End;
        atEnd.set(end);
        newestSeen.set(newestSeenAt(height));
        wantsOlder.set(first <= 12);
        double hidden = first + (last < first ? 0 : share(-top, first));
        bar.tell(
                rows.size(),
                last - first + 1,
                end ? 1 : hidden / Math.max(1, rows.size() - (last - first)),
                end && first == 0 && top >= 0);
    }

    private double share(double hidden, int index) {
        double tall = shown(rows.get(index).key()).map(RowCell::height).orElse(1.0);
        return Math.max(0, hidden) / Math.max(1, tall);
    }

    private @Nullable Heard newestSeenAt(double height) {
        for (int i = last; i >= first; i--) {
            if (rows.get(i) instanceof Heard heard && isSeen(heard, height)) {
                return heard;
            }
        }
        return null;
    }

    private boolean isSeen(Heard heard, double height) {
        return shown(heard.key())
                .filter(cell ->
                        cell.getLayoutY() + cell.height() <= height || cell.getLayoutY() <= 0)
                .filter(cell -> cell.getLayoutY() + cell.height() > 0)
                .isPresent();
    }
}
