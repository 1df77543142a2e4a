package parley.desktop.visitors;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import parley.desktop.client.Client;
import parley.desktop.kit.Segments;
import parley.desktop.kit.SpokenTime;
import parley.desktop.kit.Texts;
import parley.desktop.state.ClientState;
import parley.desktop.state.Place;
import parley.protocol.UserName;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// The page *Who was online*: the choice of how far back, and a row for each who was.
public final class VisitorsView extends VBox {
    private static final Texts TEXTS = Texts.of(VisitorsView.class);

    private final VisitorsModel model;

    /// @param open goes to the chat with somebody
    public VisitorsView(
            ClientState state,
            Client client,
            Executor door,
            SpokenTime times,
            Consumer<UserName> open) {
        model = new VisitorsModel(client, door, times);
        setId("visitors");
        getStyleClass().add("visitors");
        getStylesheets()
                .add(
                        Objects.requireNonNull(VisitorsView.class.getResource("visitors.css"))
                                .toExternalForm());
        StackPane middle = new StackPane(list(open), sentence());
        setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(head(), middle);
        state.shownProperty().subscribe(place -> askWhere(place instanceof Place.Visitors));
        state.rosterProperty()
                .addListener((_, _, _) ->
                        askWhere(state.shownProperty().get() instanceof Place.Visitors));
    }

    private void askWhere(boolean shown) {
        if (shown) {
            model.ask();
        }
    }

    private Node head() {
        Label title = new Label(TEXTS.get("title"));
        title.getStyleClass().add("name");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Segments<Span> choice =
                new Segments<>(
                        List.of(Span.values()),
                        model.spanProperty(),
                        "span",
                        each -> TEXTS.get(each.key()));
        HBox head = new HBox(title, choice);
        head.getStyleClass().add("visitors-head");
        return head;
    }

    private Node list(Consumer<UserName> open) {
        ListView<Visit> list = new ListView<>(model.visits());
        list.setId("visits");
        list.setAccessibleText(TEXTS.get("title"));
        list.setCellFactory(_ -> new VisitCell(open));
        list.setOnKeyPressed(key -> {
            Visit visit = list.getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.ENTER && visit != null) {
                open.accept(visit.user());
            }
        });
        return list;
    }

    /// Stands where there is no row.
    private Node sentence() {
        Label label = new Label();
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMaxWidth(360);
        label.setMouseTransparent(true);
        label.visibleProperty()
                .bind(
                        Bindings.isEmpty(model.visits())
                                .and(
                                        model.answerProperty()
                                                .isNotEqualTo(VisitorsModel.Answer.ASKED)));
        label.textProperty()
                .bind(
                        model.answerProperty()
                                .map(answer ->
                                        TEXTS.get(
                                                answer == VisitorsModel.Answer.UNREACHABLE
                                                        ? "unreachable"
                                                        : "nobody")));
        return label;
    }
}
