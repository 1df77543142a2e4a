package parley.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookIT {
    private final Stage stage = Fx.get(Stage::new);
    private final Label label = new Label("words");
    private final StackPane root = new StackPane(label);

    @BeforeEach
    void aWindow() {
        Fx.run(() -> {
            Scene scene = new Scene(root, 200, 100);
            Fx.look().dress(scene);
            stage.setScene(scene);
            stage.show();
        });
        Fx.frame();
    }

    @AfterEach
    void closed() {
        Fx.wear(ColorScheme.LIGHT);
        Fx.run(stage::close);
    }

    @Test
    void aChangeOfSchemeShowsAtOnce() {
        assertThat(ground(root)).isEqualTo(Color.web("#ffffff"));

        Fx.wear(ColorScheme.DARK);
        Fx.frame();

        assertThat(ground(root)).isEqualTo(Color.web("#0d1117"));
    }

    @Test
    void whatFloatsAboveAWindowWearsItsScheme() {
        Fx.wear(ColorScheme.DARK);
        Tooltip tip = Fx.get(() -> new Tooltip("tip"));

        Fx.run(() -> tip.show(label, 10, 10));
        Fx.frame();

        assertThat(ground((Region) tip.getSkin().getNode())).isEqualTo(Color.web("#e6edf3"));
        Fx.run(tip::hide);
    }

    @Test
    void wordsAreInInter() {
        assertThat(label.getFont().getFamily()).isEqualTo("Inter");
    }

    private static Paint ground(Region region) {
        return Fx.get(() -> region.getBackground().getFills().getLast().getFill());
    }
}
