package parley.desktop.search;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import parley.desktop.client.Client;
import parley.desktop.kit.Icons;
import parley.desktop.kit.SpokenTime;
import parley.desktop.kit.Texts;
import parley.desktop.state.Timers;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// The page *Search*: a field, and a row for each message that was found. By keys: Down or Enter
/// goes to the list, Enter there to the message, Escape back to the field.
public final class SearchView extends VBox {
    private static final Texts TEXTS = Texts.of(SearchView.class);

    private final SearchModel model;
    private final TextField field = new TextField();
    private final ListView<Hit> list;

    /// @param open goes to a message in its chat
    public SearchView(
            Client client, Executor door, Timers timers, SpokenTime times, Consumer<Hit> open) {
        model = new SearchModel(client, door, timers);
        list = list(times, open);
        setId("search");
        getStyleClass().add("search");
        getStylesheets()
                .add(
                        Objects.requireNonNull(SearchView.class.getResource("search.css"))
                                .toExternalForm());
        StackPane middle = new StackPane(list, sentence());
        middle.setMinHeight(0);
        setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(head(), notice(), middle, more());
    }

    /// Puts the cursor into the field.
    public void write() {
        model.askAgain();
        field.requestFocus();
        field.selectAll();
    }

    private Node head() {
        field.setId("search-words");
        field.setPromptText(TEXTS.get("field"));
        field.setAccessibleText(TEXTS.get("field"));
        field.textProperty().bindBidirectional(model.wordsProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInField);
        FontIcon glass = Icons.icon(Feather.SEARCH, 16);
        glass.setMouseTransparent(true);
        StackPane.setAlignment(glass, Pos.CENTER_LEFT);
        StackPane both = new StackPane(field, glass);
        both.getStyleClass().add("search-field");
        HBox.setHgrow(both, Priority.ALWAYS);
        HBox head = new HBox(both);
        head.getStyleClass().add("search-head");
        return head;
    }

    private void pressedInField(KeyEvent key) {
        boolean goesDown = key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.ENTER;
        if (goesDown && !model.hits().isEmpty()) {
            key.consume();
            list.requestFocus();
            list.getSelectionModel().selectFirst();
        } else if (key.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            key.consume();
            field.clear();
        }
    }

    private ListView<Hit> list(SpokenTime times, Consumer<Hit> open) {
        ListView<Hit> hits = new ListView<>(model.hits());
        hits.setId("hits");
        hits.setAccessibleText(TEXTS.get("results"));
        hits.setCellFactory(_ -> new HitCell(model::wanted, times, open));
        hits.setOnKeyPressed(key -> {
            Hit hit = hits.getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.ENTER && hit != null) {
                key.consume();
                open.accept(hit);
            } else if (key.getCode() == KeyCode.ESCAPE) {
                key.consume();
                write();
            }
        });
        return hits;
    }

    /// Says that only this computer was looked through.
    private Node notice() {
        Label notice = new Label(TEXTS.get("here"), Icons.icon(Feather.WIFI_OFF, 14));
        notice.setId("search-here");
        notice.getStyleClass().add("search-notice");
        notice.setMaxWidth(Double.MAX_VALUE);
        notice.visibleProperty()
                .bind(model.answerProperty().isEqualTo(SearchModel.Answer.FROM_HERE));
        notice.managedProperty().bind(notice.visibleProperty());
        return notice;
    }

    /// Stands where there is no row.
    private Node sentence() {
        Label label = new Label();
        label.setId("search-sentence");
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMaxWidth(360);
        label.setMouseTransparent(true);
        label.visibleProperty().bind(Bindings.isEmpty(model.hits()));
        label.textProperty().bind(model.answerProperty().map(SearchView::sentence));
        return label;
    }

    private static String sentence(SearchModel.Answer answer) {
        return switch (answer) {
            case NOTHING_ASKED -> TEXTS.get("nothing-asked");
            case ASKED -> "";
            case FROM_SERVER, FROM_HERE -> TEXTS.get("nothing-found");
            case FAILED -> TEXTS.get("failed");
        };
    }

    private Node more() {
        Button more = new Button(TEXTS.get("more"));
        more.setId("search-more");
        more.setMaxWidth(Double.MAX_VALUE);
        more.setOnAction(_ -> model.askMore());
        HBox.setHgrow(more, Priority.ALWAYS);
        HBox foot = new HBox(more);
        foot.getStyleClass().add("search-foot");
        foot.visibleProperty().bind(model.moreProperty());
        foot.managedProperty().bind(foot.visibleProperty());
        return foot;
    }
}
