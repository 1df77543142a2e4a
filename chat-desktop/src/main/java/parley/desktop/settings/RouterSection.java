package parley.desktop.settings;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import parley.desktop.kit.Texts;
import parley.desktop.peer.Disclosure;
import parley.desktop.peer.Routers;
import parley.desktop.peer.mapping.MappingState;
import parley.desktop.peer.mapping.MappingState.Asking;
import parley.desktop.peer.mapping.MappingState.Mapped;
import parley.desktop.peer.mapping.MappingState.NoAnswer;
import parley.desktop.peer.mapping.MappingState.NotPublic;
import parley.desktop.peer.mapping.MappingState.Off;

/// Whether the router is asked to let private chats in, and what it says to that.
final class RouterSection extends VBox {
    private static final Texts TEXTS = Texts.of(SettingsCard.class);

    private final Settings settings;
    private final ObservableValue<MappingState> state;

    /// @param state how it stands
    RouterSection(Settings settings, ObservableValue<MappingState> state) {
        this.settings = settings;
        this.state = state;
        getStyleClass().add("choices");
        getChildren().addAll(choice(settings.routersProperty()), news());
    }

    private CheckBox choice(ObjectProperty<Routers> choice) {
        CheckBox box = new CheckBox(TEXTS.get("router.ask"));
        box.setId("private-router");
        box.setWrapText(true);
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.setSelected(choice.get() == Routers.ASKED);
        box.disableProperty().bind(settings.disclosureProperty().isEqualTo(Disclosure.TO_NOBODY));
        box.setOnAction(_ -> choice.set(box.isSelected() ? Routers.ASKED : Routers.LEFT_ALONE));
        return box;
    }

    private Label news() {
        Label news = new Label();
        news.setId("private-router-news");
        news.getStyleClass().add("explained");
        news.setWrapText(true);
        news.setMinHeight(Region.USE_PREF_SIZE);
        news.textProperty().bind(Bindings.createStringBinding(this::words, state));
        return news;
    }

    private String words() {
        return switch (state.getValue()) {
            case Off() -> TEXTS.get("router.off");
            case Asking() -> TEXTS.get("router.asking");
            case Mapped(var address) -> TEXTS.get("router.mapped", address);
            case NoAnswer() -> TEXTS.get("router.no-answer");
            case NotPublic(var outside) ->
                    TEXTS.get("router.not-public", outside.address().getHostAddress());
        };
    }
}
