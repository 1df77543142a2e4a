package parley.desktop.kit;

import javafx.scene.paint.Color;

/// Contrast as WCAG 2 measures it.
final class Contrast {
    private Contrast() {}

    /// From 1 (the same) to 21 (black on white), of what is seen when one lies on the other.
    static double of(Color text, Color ground) {
        double a = luminance(over(text, ground));
        double b = luminance(ground);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static Color over(Color top, Color ground) {
        double t = top.getOpacity();
        return Color.color(
                top.getRed() * t + ground.getRed() * (1 - t),
                top.getGreen() * t + ground.getGreen() * (1 - t),
                top.getBlue() * t + ground.getBlue() * (1 - t));
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
