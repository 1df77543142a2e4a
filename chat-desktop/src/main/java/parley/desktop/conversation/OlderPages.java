package parley.desktop.conversation;

import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;

/// Asks for older messages when the reader nears the oldest one: once, and again when that has
/// brought something or its outcome is known.
final class OlderPages {
    private final ConversationModel model;
    private final ObservableValue<Boolean> wanted;
    private final Runnable ask;
    private boolean asked;

    OlderPages(ConversationModel model, ObservableValue<Boolean> wanted, Runnable ask) {
        this.model = model;
        this.wanted = wanted;
        this.ask = ask;
        wanted.addListener((_, _, _) -> check());
        model.earlierProperty().addListener((_, _, _) -> again());
        model.rows().addListener((ListChangeListener<MessageRow>) _ -> again());
        check();
    }

    private void again() {
        asked = false;
        check();
    }

    private void check() {
        if (!asked && wanted.getValue() && model.earlierProperty().get() == Earlier.MORE) {
            asked = true;
            Platform.runLater(this::askNow);
        }
    }

    /// Later than the layout that found out, and only if it still holds.
    private void askNow() {
        if (wanted.getValue() && model.earlierProperty().get() == Earlier.MORE) {
            ask.run();
        } else {
            asked = false;
        }
    }
}
