package parley.desktop.privatechat;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import parley.desktop.kit.Fx;
import parley.desktop.kit.Hands;
import parley.desktop.kit.Nameless;
import parley.desktop.privatechat.Invitation.Key;

import java.util.ArrayList;
import java.util.List;

class InvitationsIT {
    private static final Invitation LUKE = new Invitation("luke", Key.NEW);
    private static final Invitation LEIA = new Invitation("leia", Key.KNOWN);

    private final Stage stage = Fx.get(Stage::new);
    private final ObservableList<Invitation> waiting = FXCollections.observableArrayList();
    private final List<String> answers = new ArrayList<>();
    private final TextField field = Fx.get(TextField::new);
    private final StackPane root = Fx.get(StackPane::new);

    @BeforeEach
    void somebodyIsWriting() {
        Fx.run(() -> {
            Invitations cards =
                    new Invitations(
                            waiting,
                            yes -> answers.add("accept " + yes.name()),
                            no -> answers.add("decline " + no.name()));
            root.getChildren().setAll(field, cards);
            Scene scene = new Scene(root, 600, 400);
            Fx.look().dress(scene);
            stage.setScene(scene);
            stage.show();
            field.requestFocus();
        });
    }

    @AfterEach
    void closed() {
        Fx.run(stage::close);
    }

    @Test
    void anInvitationLeavesTheFocusWhereItIs() {
        Fx.run(() -> waiting.add(LUKE));
        Fx.frame();

        assertThat(Fx.get(field::isFocused)).isTrue();
    }

    @Test
    void eachIsAnsweredForItself() {
        Fx.run(() -> waiting.addAll(LUKE, LEIA));

        Hands.click(root, "Accept the private chat with leia");
        Hands.click(root, "Decline the private chat with luke");

        assertThat(answers).containsExactly("accept leia", "decline luke");
    }

    @Test
    void oneThatIsVoidGoes() {
        Fx.run(() -> waiting.addAll(LUKE, LEIA));
        Fx.run(() -> waiting.remove(LUKE));

        assertThat(Fx.get(() -> Hands.all(root).stream().filter(InvitationCard.class::isInstance)))
                .hasSize(1);
    }

    @Test
    void everyControlHasItsName() {
        Fx.run(() -> {
            root.getChildren().remove(field);
            waiting.addAll(LUKE, LEIA);
        });

        assertThat(Nameless.below(root)).isEmpty();
    }
}
