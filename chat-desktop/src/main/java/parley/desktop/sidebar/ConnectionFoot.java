package parley.desktop.sidebar;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import parley.desktop.kit.SpokenTime;
import parley.desktop.net.LinkState;
import parley.desktop.state.ClientState;
import parley.desktop.state.Timers;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/// The foot: how the line to the server stands, since when, and a button to come back at once.
final class ConnectionFoot extends HBox {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final ClientState state;
    private final Supplier<ConnectionWords.Cover> cover;
    private final SpokenTime times;
    private final Timers timers;
    private final Region dot = new Region();
    private final Label sentence = new Label();
    private final Tooltip tip = new Tooltip();
    private final Button tryNow = new Button();
    private Timers.@Nullable Running ticking;

    ConnectionFoot(
            ClientState state,
            SidebarActions actions,
            Supplier<ConnectionWords.Cover> cover,
            SpokenTime times,
            Timers timers,
            ObservableValue<Boolean> narrow) {
        this.state = state;
        this.cover = cover;
        this.times = times;
        this.timers = timers;
        getStyleClass().add("foot");
        setId("connection");
        dot.getStyleClass().add("dot");
        sentence.getStyleClass().addAll("small", "muted");
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.visibleProperty().bind(narrow.map(small -> !small));
        sentence.managedProperty().bind(sentence.visibleProperty());
        tryNow.getStyleClass().add("wordy");
        tryNow.setId("try-now");
        tryNow.setMinWidth(USE_PREF_SIZE);
        tryNow.setOnAction(_ -> actions.tryNow());
        tryNow.managedProperty().bind(tryNow.visibleProperty());
        Tooltip.install(this, tip);
        getChildren().addAll(dot, sentence, tryNow);
        state.linkProperty().subscribe(this::say);
        state.ownerProperty().subscribe(this::say);
    }

    private void say() {
        ConnectionWords words =
                ConnectionWords.of(state.linkProperty().get(), server(), cover.get(), times);
        sentence.setText(words.sentence());
        tip.setText(words.sentence());
        tryNow.setText(words.verb());
        tryNow.setVisible(!words.verb().isEmpty());
        for (ConnectionWords.Tone each : ConnectionWords.Tone.values()) {
            PseudoClass tone = PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT));
            dot.pseudoClassStateChanged(tone, each == words.tone());
        }
        tick();
    }

    /// While it counts down, once a second.
    private void tick() {
        if (ticking != null) {
            ticking.cancel();
            ticking = null;
        }
        if (state.linkProperty().get() instanceof LinkState.Waiting) {
            ticking = timers.after(TICK, this::say);
        }
    }

    private String server() {
        return state.owner().map(owner -> owner.server().toString()).orElse("");
    }
}
