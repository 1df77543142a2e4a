package parley.desktop.conversation;

import javafx.css.PseudoClass;
import javafx.geometry.Dimension2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import parley.desktop.conversation.MessageRow.Heard;
import parley.desktop.conversation.MessageRow.Note;
import parley.desktop.conversation.MessageRow.Own;
import parley.desktop.conversation.MessageRow.Shared;
import parley.desktop.conversation.SendState.Broadcast;
import parley.desktop.conversation.SendState.Failed;
import parley.desktop.kit.Avatar;
import parley.desktop.kit.Texts;
import parley.desktop.peer.FileTransfer.Way;

import java.util.Locale;

/// One row on screen, used again for others: what stands above it (a day, *New since you left*, a
/// name), its bubble or note, and what stands below (why it failed and what to do).
///
/// [#fit] places all of it for a width and knows from then on how tall it is and where the bubble
/// begins, which is the edge that the list keeps still.
final class RowCell extends Region {
    /// The margin at the list's left and right.
    static final double MARGIN = 20;

    private static final Texts TEXTS = Texts.of(RowCell.class);
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double WIDEST = 520;
    private static final double AVATAR = 28;
    private static final double AVATAR_GAP = 8;
    private static final double WITHIN_GROUP = 2;
    private static final double BETWEEN_GROUPS = 10;

    private final RowContext context;
    private final Bubble bubble;
    private final Label day = line("day");
    private final NewLine newLine = new NewLine();
    private final Label speaker = line("speaker");
    private final Label note = line("note");
    private final Avatar avatar = Avatar.of("?", AVATAR);
    private final Label aside = line("aside");
    private final HBox trouble;
    private @Nullable FileCard file;
    private @Nullable MessageRow row;
    private @Nullable Placement placement;
    private double fittedTo = -1;
    private double height;
    private double bubbleTop;

    RowCell(RowContext context) {
        this.context = context;
        getStyleClass().add("row");
        setManaged(false);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        bubble = new Bubble(context.links());
        avatar.setManaged(false);
        trouble = trouble();
        note.setWrapText(true);
        aside.setWrapText(true);
        getChildren().addAll(day, newLine, speaker, note, bubble, avatar, aside, trouble);
    }

    /// Shows this row there, and tells whether anything had to change for that.
    boolean show(MessageRow what, Placement where) {
        if (what.equals(row) && where.equals(placement)) {
            return false;
        }
        row = what;
        placement = where;
        fittedTo = -1;
        day.setText(where.day());
        day.setVisible(!where.day().isEmpty());
        newLine.setVisible(where.opensNew());
        bubble.setVisible(what instanceof Heard || what instanceof Own);
        note.setVisible(what instanceof Note);
        speaker.setVisible(false);
        avatar.setVisible(false);
        aside.setVisible(false);
        trouble.setVisible(false);
        switch (what) {
            case Heard heard -> showHeard(heard, where);
            case Own own -> showOwn(own, where);
            case Shared shared -> showFile(shared);
            case Note said -> note.setText(said.text());
        }
        if (file != null) {
            file.setVisible(what instanceof Shared);
        }
        setAccessibleText(context.spoken(what));
        return true;
    }

    /// Shows no row; it may be used for another.
    void clear() {
        row = null;
        placement = null;
        bubble.unselect();
        if (file != null) {
            file.clear();
        }
        setCurrent(false);
        setVisible(false);
    }

    @Nullable MessageRow row() {
        return row;
    }

    Bubble bubble() {
        return bubble;
    }

    /// Shows whether the keyboard is at this row.
    void setCurrent(boolean current) {
        bubble.pseudoClassStateChanged(CURRENT, current);
        if (file != null) {
            file.pseudoClassStateChanged(CURRENT, current);
        }
    }

    /// Lays all of it out for a width. Needs its styles.
    void fit(double width) {
        if (fittedTo == width) {
            return;
        }
        fittedTo = width;
        double y = above(width);
        bubbleTop = y;
        if (note.isVisible()) {
            height = y + centred(note, y, width) + 8;
        } else if (file != null && row instanceof Shared(_, var transfer, _, _)) {
            height = y + atSide(file, transfer.way() == Way.OUT, y, width) + 4;
        } else {
            height = y + said(y, width);
        }
        resize(width, height);
    }

    /// How tall it is, once fitted.
    double height() {
        return height;
    }

    /// Where its bubble begins, below what stands above it.
    double bubbleTop() {
        return bubbleTop;
    }

    private void showHeard(Heard heard, Placement where) {
        bubble.say(heard.text());
        bubble.mean(where, context.times().time(heard.time()), null);
        boolean named = context.kind() == ConversationKind.EVERYONE;
        speaker.setText(heard.speaker());
        speaker.setVisible(named && where.opens());
        avatar.setName(heard.speaker());
        avatar.setVisible(named && where.closes());
    }

    private void showOwn(Own own, Placement where) {
        bubble.say(own.text());
        bubble.mean(where, context.times().time(own.time()), Sign.of(own.state()));
        if (own.state() instanceof Failed(SendState.Reason reason)) {
            String key = "failed." + reason.name().toLowerCase(Locale.ROOT);
            ((Label) trouble.getChildren().getFirst()).setText(TEXTS.get(key, context.name()));
            trouble.setVisible(true);
        } else if (own.state() instanceof Broadcast(long recipients, boolean withheld)) {
            aside.setVisible(withheld || recipients == 0);
            aside.setText(TEXTS.get(withheld ? "broadcast.withheld" : "broadcast.nobody"));
        }
    }

    private void showFile(Shared shared) {
        FileCard card = file;
        if (card == null) {
            card = new FileCard(context);
            file = card;
            getChildren().add(card);
        }
        card.show(shared);
    }

    private static double atSide(Region card, boolean mine, double y, double width) {
        double wide = Math.min(FileCard.WIDTH, width - 2 * MARGIN);
        double tall = Math.ceil(card.prefHeight(wide));
        card.resizeRelocate(mine ? width - MARGIN - wide : MARGIN, y, wide, tall);
        card.layout();
        return tall;
    }

    private double above(double width) {
        double y = 0;
        if (day.isVisible()) {
            y += 18;
            y += centred(day, y, width) + 8;
        }
        if (newLine.isVisible()) {
            y += 10;
            newLine.resizeRelocate(MARGIN, y, width - 2 * MARGIN, 16);
            y += 16 + 10;
        }
        y += placement != null && placement.opens() ? BETWEEN_GROUPS : WITHIN_GROUP;
        if (speaker.isVisible()) {
            speaker.resizeRelocate(left() + 12, y, width - left() - MARGIN - 12, 18);
            y += 18;
        }
        return y;
    }

    private double said(double y, double width) {
        double room = width - left() - MARGIN;
        Dimension2D size = bubble.fit(Math.min(WIDEST, Math.max(room * 0.86, 120)));
        boolean mine = row instanceof Own;
        bubble.relocate(mine ? width - MARGIN - size.getWidth() : left(), y);
        double bottom = size.getHeight();
        if (avatar.isVisible()) {
            avatar.resizeRelocate(MARGIN, y + bottom - AVATAR, AVATAR, AVATAR);
        }
        if (trouble.isVisible()) {
            bottom += 4 + atRight(trouble, y + bottom + 4, width);
        }
        if (aside.isVisible()) {
            bottom += 4 + atRight(aside, y + bottom + 4, width);
        }
        return bottom;
    }

    private double left() {
        return context.kind() == ConversationKind.EVERYONE ? MARGIN + AVATAR + AVATAR_GAP : MARGIN;
    }

    private static double centred(Region what, double y, double width) {
        double wide = Math.min(Math.ceil(what.prefWidth(-1)), width - 2 * MARGIN);
        double tall = Math.ceil(what.prefHeight(wide));
        what.resizeRelocate(Math.round((width - wide) / 2), y, wide, tall);
        what.layout();
        return tall;
    }

    private static double atRight(Region what, double y, double width) {
        double wide = Math.min(Math.ceil(what.prefWidth(-1)), width - 2 * MARGIN);
        double tall = Math.ceil(what.prefHeight(wide));
        what.resizeRelocate(width - MARGIN - wide, y, wide, tall);
        what.layout();
        return tall;
    }

    private static Label line(String style) {
        Label line = new Label();
        line.getStyleClass().add(style);
        line.setManaged(false);
        return line;
    }

    private HBox trouble() {
        Label why = new Label();
        why.getStyleClass().add("why");
        Button retry = wordy("failed.retry");
        retry.setOnAction(_ -> context.retry(row));
        Button discard = wordy("failed.discard");
        discard.setOnAction(_ -> context.discard(row));
        HBox line = new HBox(why, retry, discard);
        line.getStyleClass().add("trouble");
        line.setManaged(false);
        return line;
    }

    private static Button wordy(String key) {
        Button button = new Button(TEXTS.get(key));
        button.getStyleClass().add("wordy");
        return button;
    }

    /// A line across the list with words in its middle.
    private static final class NewLine extends HBox {
        NewLine() {
            getStyleClass().add("new-line");
            setManaged(false);
            getChildren().addAll(rule(), new Label(TEXTS.get("list.new")), rule());
        }

        private static Node rule() {
            Region rule = new Region();
            rule.getStyleClass().add("rule");
            setHgrow(rule, javafx.scene.layout.Priority.ALWAYS);
            return rule;
        }
    }
}
