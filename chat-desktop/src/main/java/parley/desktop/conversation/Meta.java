package parley.desktop.conversation;

import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;

/// The time of a message and how far it has got, small, at the lower right of its bubble.
final class Meta extends Group {
    private static final double GAP = 4;

    private final Text time = new Text();
    private final SVGPath sign = new SVGPath();
    private @Nullable String style;

    Meta() {
        setManaged(false);
        time.getStyleClass().add("meta");
        time.setTextOrigin(VPos.CENTER);
        sign.getStyleClass().add("sign");
        getChildren().addAll(time, sign);
    }

    /// Shows this time, and this sign or none.
    void show(String words, @Nullable Sign drawn) {
        time.setText(words);
        sign.getStyleClass().remove(style);
        style = drawn == null ? null : drawn.style();
        sign.setVisible(drawn != null);
        if (drawn != null) {
            sign.getStyleClass().add(drawn.style());
            sign.setContent(drawn.strokes());
        }
    }

    /// Lays itself out and tells how wide it is. Its origin is the left end of its middle line.
    double fit(@Nullable Sign drawn) {
        double width = Math.ceil(time.getLayoutBounds().getWidth());
        if (drawn == null) {
            return width;
        }
        sign.setLayoutX(width + GAP);
        sign.setLayoutY(-5);
        return width + GAP + drawn.width();
    }
}
