package parley.desktop.settings;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import parley.desktop.kit.Texts;
import parley.desktop.peer.Disclosure;

/// How private chats find their way: whether this computer's address is given away, and the port
/// that a firewall must let through. What is chosen holds at once, but for chats that are open.
final class WaysSection extends VBox {
    private static final Texts TEXTS = Texts.of(SettingsCard.class);
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

    private final ObjectProperty<Integer> port;
    private final ObservableIntegerValue listening;
    private final TextField field = new TextField();
    private final Label news = new Label();

    /// @param listening where private chats listen now; 0 where they do not
    WaysSection(Settings settings, ObservableIntegerValue listening) {
        this.port = settings.portProperty();
        this.listening = listening;
        getStyleClass().add("choices");
        getChildren().addAll(hiding(settings.disclosureProperty()), ports(), news);
        news.getStyleClass().add("explained");
        news.setWrapText(true);
        news.setMinHeight(Region.USE_PREF_SIZE);
        news.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::news, port, listening, field.textProperty()));
    }

    private static Node hiding(ObjectProperty<Disclosure> choice) {
        CheckBox box = new CheckBox(TEXTS.get("ways.hidden"));
        box.setId("private-hidden");
        box.setWrapText(true);
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.setSelected(choice.get() == Disclosure.TO_NOBODY);
        box.setOnAction(
                _ -> choice.set(box.isSelected() ? Disclosure.TO_NOBODY : Disclosure.TO_PARTNERS));
        return box;
    }

    private Node ports() {
        Label words = new Label(TEXTS.get("ways.port"));
        words.setLabelFor(field);
        field.setId("private-port");
        field.setAccessibleText(TEXTS.get("ways.port"));
        field.setPromptText(TEXTS.get("ways.port.any"));
        field.setPrefColumnCount(6);
        field.setText(port.get() == 0 ? "" : port.get().toString());
        field.setOnAction(_ -> take());
        field.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        take();
                    }
                });
        field.textProperty()
                .subscribe(typed ->
                        field.pseudoClassStateChanged(WRONG, PortNumber.parse(typed).isEmpty()));
        HBox row = new HBox(words, field);
        row.getStyleClass().add("port");
        return row;
    }

    /// What is no port is not taken; what was chosen before holds.
    private void take() {
        PortNumber.parse(field.getText()).ifPresent(port::set);
    }

    private String news() {
        if (PortNumber.parse(field.getText()).isEmpty()) {
            return TEXTS.get("ways.port.wrong");
        }
        int now = listening.get();
        if (now == 0) {
            return TEXTS.get("ways.port.what");
        }
        return port.get() == 0 || port.get() == now
                ? TEXTS.get("ways.port.now", Integer.toString(now))
                : TEXTS.get("ways.port.taken", port.get().toString(), Integer.toString(now));
    }
}
