package parley.desktop.conversation;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import parley.desktop.kit.Icons;
import parley.desktop.kit.RightToLeft;
import parley.desktop.kit.Texts;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Where one writes. It grows with its text, from one line to seven; Enter sends, Shift+Enter
/// breaks the line. A private one is violet and carries a lock, and nobody can mistake it.
final class Composer extends Region {
    private static final Texts TEXTS = Texts.of(Composer.class);
    private static final PseudoClass PRIVATE = PseudoClass.getPseudoClass("private");
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("writing");
    private static final Pattern BLANK_LINES = Pattern.compile("\\A(\\s*\n)+");
    static final KeyCombination ATTACH =
            new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN);
    private static final double LEAST = 46;
    private static final double MOST = 160;
    private static final double AROUND = 13;
    private static final double LEAST_AROUND = 10;
    private static final double LINE = 20;
    private static final double BUTTON = 34;
    private static final double EDGE = 6;

    private final TextArea area;
    private final Button send = Icons.button(Feather.ARROW_UP, TEXTS.get("composer.send"));
    private final Button attach = Icons.button(Feather.PAPERCLIP, TEXTS.get("attach"), ATTACH);
    private final FontIcon lock = Icons.icon(Feather.LOCK, 15);
    private final Text measure = new Text();
    private final Consumer<String> sender;
    private final IntegerBinding excess;
    private final BooleanBinding sendable;

    /// @param prompt what the empty composer says, and its name
    /// @param sender takes what is sent
    /// @param files takes what is pasted and is no text, and asks for files
    Composer(
            ConversationKind kind,
            String prompt,
            TextLimit limit,
            Consumer<String> sender,
            FileActions files) {
        this.sender = sender;
        area = new WritingArea(files);
        excess = Bindings.createIntegerBinding(() -> limit.excess(text()), area.textProperty());
        sendable =
                Bindings.createBooleanBinding(
                        () -> !text().isBlank() && excess.get() == 0, area.textProperty());
        getStyleClass().add("composer");
        pseudoClassStateChanged(PRIVATE, kind == ConversationKind.PRIVATE);
        prepareArea(prompt);
        prepareSend(kind);
        lock.setVisible(kind == ConversationKind.PRIVATE);
        attach.setVisible(kind == ConversationKind.PRIVATE);
        attach.getStyleClass().add("private");
        attach.setOnAction(_ -> files.choose());
        getChildren().addAll(measure, area, attach, send, lock);
    }

    /// What is written; the owner of the chat keeps it.
    StringProperty textProperty() {
        return area.textProperty();
    }

    /// About how many characters are too many; 0 where none.
    IntegerBinding excess() {
        return excess;
    }

    /// Puts the cursor behind what is written.
    void write() {
        area.requestFocus();
        area.end();
    }

    /// Adds what was typed elsewhere, and puts the cursor behind it.
    void type(String typed) {
        area.appendText(typed);
        write();
    }

    private void prepareArea(String prompt) {
        area.textProperty().addListener(_ -> wrap());
        area.setPromptText(prompt);
        area.setAccessibleText(prompt);
        area.setWrapText(!RightToLeft.in(text()));
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        area.textProperty().addListener(_ -> grow());
        measure.textProperty().bind(area.textProperty());
        area.focusedProperty()
                .addListener((_, _, focused) -> pseudoClassStateChanged(FOCUSED, focused));
        measure.getStyleClass().add("measure");
        measure.setManaged(false);
        measure.setVisible(false);
    }

    private void prepareSend(ConversationKind kind) {
        send.getStyleClass().addAll("primary", "send");
        if (kind == ConversationKind.PRIVATE) {
            send.getStyleClass().add("private");
        }
        send.disableProperty().bind(sendable.not());
        send.setOnAction(_ -> send());
    }

    /// Before anything is laid out: JavaFX cannot wrap all.
    private void wrap() {
        boolean wraps = !RightToLeft.in(text());
        measure.setWrappingWidth(wraps ? measure.getWrappingWidth() : 0);
        area.setWrapText(wraps);
    }

    private void grow() {
        requestLayout();
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() != KeyCode.ENTER) {
            return;
        }
        key.consume();
        if (key.isShiftDown()) {
            area.replaceSelection("\n");
        } else {
            send();
        }
    }

    private void send() {
        if (sendable.get()) {
            String what = BLANK_LINES.matcher(text().stripTrailing()).replaceFirst("");
            area.clear();
            sender.accept(what);
        }
        area.requestFocus();
    }

    private String text() {
        return area.getText() == null ? "" : area.getText();
    }

    /// What the buttons take at the right.
    private double right() {
        return BUTTON + 2 * EDGE + 8 + (attach.isVisible() ? BUTTON : 0);
    }

    private double left() {
        return lock.isVisible() ? 37 : 15;
    }

    /// What is left above and below whole lines: none is cut through.
    private static double around(double height) {
        double lines = Math.floor((height - 2 * LEAST_AROUND) / LINE);
        return Math.min(AROUND, (height - lines * LINE) / 2);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = (width > 0 ? width : getWidth()) - left() - right();
        measure.setWrappingWidth(area.isWrapText() ? Math.max(1, room - 4) : 0);
        double text = Math.ceil(measure.getLayoutBounds().getHeight());
        long lines = Math.max(1, Math.round(text / LINE));
        return Math.clamp(2 * AROUND + lines * LINE, LEAST, MOST);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double room = width - left() - right();
        double around = around(height);
        area.resizeRelocate(left() - 2, around - 2, room + 4, height - 2 * around + 4);
        send.resizeRelocate(width - BUTTON - EDGE - 3, height - BUTTON - EDGE, BUTTON, BUTTON);
        attach.resizeRelocate(
                width - 2 * BUTTON - EDGE - 5, height - BUTTON - EDGE, BUTTON, BUTTON);
        lock.autosize();
        lock.relocate(15, Math.round((LEAST - lock.getLayoutBounds().getHeight()) / 2));
    }
}
