package parley.desktop.settings;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// A column of so many pixels that takes the height it needs, and scrolls where a window has less.
final class Scrolled extends ScrollPane {
    private static final double LEAST = 120;

    private final Region content;
    private final double width;

    Scrolled(Region content, double width) {
        this.content = content;
        this.width = width;
        getStyleClass().add("scrolled");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(LEAST);
        setFocusTraversable(false);
    }

    @Override
    protected double computePrefHeight(double ignored) {
        return content.prefHeight(width) + snappedTopInset() + snappedBottomInset();
    }
}
