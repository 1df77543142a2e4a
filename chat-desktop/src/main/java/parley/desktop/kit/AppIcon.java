package parley.desktop.kit;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

import java.net.URL;
import java.util.List;
import java.util.Objects;

/// The program's icon: two speech bubbles on a ground from blue to violet.
public final class AppIcon {
    /// The sizes that come as pictures, for windows and task bars.
    public static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private static final String FRONT =
            "M3.2 2.5h10.1a2 2 0 0 1 2 2v6.2a2 2 0 0 1-2 2H7.4l-3.4 2.9v-2.9h-.8a2 2 0 0"
                    + " 1-2-2V4.5a2 2 0 0 1 2-2z";
    private static final String BACK =
            "M18.6 7.2h1.2a2 2 0 0 1 2 2v6.4a2 2 0 0 1-2 2H19.4v3.1l-3.6-3.1H11.6a2 2 0 0"
                    + " 1-1.9-1.4";

    private AppIcon() {}

    /// The icon, drawn.
    ///
    /// @param size its width and height
    public static Node drawn(double size) {
        Rectangle ground = new Rectangle(size, size, ground());
        ground.setArcWidth(size * 0.5);
        ground.setArcHeight(size * 0.5);
        Group bubbles = new Group(stroke(FRONT), stroke(BACK));
        double scale = size * 0.56 / 23;
        bubbles.getTransforms()
                .addAll(
                        new javafx.scene.transform.Translate(size * 0.22, size * 0.225),
                        new javafx.scene.transform.Scale(scale, scale));
        return new Group(ground, bubbles);
    }

    /// The icon as pictures of each size, for [javafx.stage.Stage#getIcons].
    public static List<Image> images() {
        return SIZES.stream().map(AppIcon::image).toList();
    }

    private static Image image(int size) {
        URL file = AppIcon.class.getResource("icons/parley-" + size + ".png");
        return new Image(Objects.requireNonNull(file).toExternalForm());
    }

    private static LinearGradient ground() {
        return new LinearGradient(
                0,
                0,
                1,
                1,
                true,
                CycleMethod.NO_CYCLE,
                new Stop(0, Color.web("#0969da")),
                new Stop(1, Color.web("#7c3aed")));
    }

    private static SVGPath stroke(String path) {
        SVGPath stroke = new SVGPath();
        stroke.setContent(path);
        stroke.setFill(Color.TRANSPARENT);
        stroke.setStroke(Color.WHITE);
        stroke.setStrokeWidth(2);
        stroke.setStrokeLineCap(StrokeLineCap.ROUND);
        stroke.setStrokeLineJoin(StrokeLineJoin.ROUND);
        return stroke;
    }
}
