package parley.desktop.kit;

import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.util.Duration;

/// How things appear: in 150 ms, easing out, and at once for those who asked their system for
/// reduced motion.
public final class Motion {
    private static final Duration APPEARING = Duration.millis(150);

    private Motion() {}

    /// Lets a node that has just come into its scene fade in.
    public static void appear(Node node) {
        Scene scene = node.getScene();
        if (scene == null || scene.getPreferences().isReducedMotion()) {
            node.setOpacity(1);
            return;
        }
        FadeTransition fade = new FadeTransition(APPEARING, node);
        fade.setFromValue(0);
        fade.setToValue(1);
        fade.setInterpolator(Interpolator.EASE_OUT);
        fade.play();
    }
}
