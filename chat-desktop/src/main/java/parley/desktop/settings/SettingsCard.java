package parley.desktop.settings;

import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import parley.desktop.kit.Scheme;
import parley.desktop.kit.Segments;
import parley.desktop.kit.Texts;
import parley.desktop.peer.Consent;
import parley.desktop.peer.mapping.MappingState;
import parley.desktop.state.Owner;
import parley.identity.Fingerprint;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// The settings, in a card above the window. What is chosen holds at once.
public final class SettingsCard extends VBox {
    private static final Texts TEXTS = Texts.of(SettingsCard.class);

    /// Of what is between the card's edges.
    private static final double WIDTH = 410;

    /// @param listening where private chats listen now; 0 where they do not
    /// @param router how it stands with the router
    /// @param own the fingerprint of this desktop's key, which people compare
    /// @param close closes the card
    /// @param signOut signs out
    public SettingsCard(
            Settings settings,
            ObservableIntegerValue listening,
            ObservableValue<MappingState> router,
            Optional<Owner> owner,
            Fingerprint own,
            Runnable close,
            Runnable signOut) {
        getStyleClass().addAll("prompt", "settings-card");
        getStylesheets()
                .add(
                        Objects.requireNonNull(SettingsCard.class.getResource("settings.css"))
                                .toExternalForm());
        setId("settings-card");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(TEXTS.get("title"));
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setMargin(this, new Insets(24));
        VBox sections =
                new VBox(
                        section("look", looks(settings.schemeProperty())),
                        section("private", consents(settings.consentProperty())),
                        section(
                                "ways",
                                new WaysSection(settings, listening),
                                new RouterSection(settings, router)),
                        section("key", words("key.what", "explained"), fingerprint(own)));
        sections.getStyleClass().add("sections");
        owner.ifPresent(
                who -> sections.getChildren().add(section("account", account(who, signOut))));
        sections.getChildren().add(section("about", words("about.what", "explained")));
        Scrolled scrolled = new Scrolled(sections, WIDTH);
        setVgrow(scrolled, Priority.ALWAYS);
        getChildren().addAll(words("title", "heading"), scrolled, answers(close));
    }

    private static Node looks(ObjectProperty<Scheme> choice) {
        return new Segments<>(
                List.of(Scheme.values()),
                choice,
                "look",
                each -> TEXTS.get("look." + each.name().toLowerCase(Locale.ROOT)));
    }

    private static Node consents(ObjectProperty<Consent> choice) {
        ToggleGroup group = new ToggleGroup();
        VBox column = new VBox();
        column.getStyleClass().add("choices");
        for (Consent each : Consent.values()) {
            String name = each.name().toLowerCase(Locale.ROOT).replace('_', '-');
            RadioButton button = new RadioButton(TEXTS.get("private." + name));
            button.setId("private-" + name);
            button.setWrapText(true);
            button.setToggleGroup(group);
            button.setSelected(choice.get() == each);
            button.setOnAction(_ -> choice.set(each));
            column.getChildren().add(button);
        }
        return column;
    }

    private static Node fingerprint(Fingerprint own) {
        String digits = own.forPeople();
        int middle = digits.length() / 2;
        Label shown = new Label(digits.substring(0, middle) + "\n" + digits.substring(middle + 1));
        shown.getStyleClass().add("fingerprint");
        shown.setMinHeight(Region.USE_PREF_SIZE);
        return shown;
    }

    private static Node account(Owner who, Runnable signOut) {
        Label words = new Label(TEXTS.get("account.who", who.me(), who.server()));
        words.setMaxWidth(Double.MAX_VALUE);
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button leave = new Button(TEXTS.get("account.sign-out"));
        leave.setId("settings-sign-out");
        leave.setMinWidth(Region.USE_PREF_SIZE);
        leave.setOnAction(_ -> signOut.run());
        HBox row = new HBox(words, leave);
        row.getStyleClass().add("account");
        return row;
    }

    private static Node answers(Runnable close) {
        Button done = new Button(TEXTS.get("done"));
        done.setId("settings-done");
        done.getStyleClass().add("primary");
        done.setDefaultButton(true);
        done.setOnAction(_ -> close.run());
        HBox row = new HBox(done);
        row.getStyleClass().add("answers");
        return row;
    }

    private static VBox section(String key, Node... content) {
        VBox section = new VBox(words(key, "section"));
        section.getChildren().addAll(content);
        section.getStyleClass().add("settings-section");
        return section;
    }

    private static Label words(String key, String style) {
        Label label = new Label(TEXTS.get(key));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
