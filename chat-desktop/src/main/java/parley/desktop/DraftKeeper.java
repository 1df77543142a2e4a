package parley.desktop;

import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import parley.desktop.client.Client;
import parley.desktop.state.ChatState;
import parley.desktop.state.Timers;
import parley.protocol.Chat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Keeps drafts on disk, shortly after they have been written. While the disk is in trouble they
/// wait until it is well: each try would undo a turn, and drop the line to the server.
final class DraftKeeper {
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final Client client;
    private final Timers timers;
    private final ObservableValue<String> trouble;
    private final Map<Chat, String> waiting = new HashMap<>();
    private Timers.@Nullable Running keeping;

    /// @param trouble what is wrong with the disk; empty where nothing is
    DraftKeeper(Client client, Timers timers, ObservableValue<String> trouble) {
        this.client = client;
        this.timers = timers;
        this.trouble = trouble;
        trouble.addListener((_, _, _) -> keepSoon());
    }

    /// Keeps this chat's draft from now on.
    void watch(ChatState chat) {
        chat.draftProperty()
                .addListener((_, _, draft) -> {
                    waiting.put(chat.chat(), draft);
                    keepSoon();
                });
    }

    private void keepSoon() {
        if (keeping != null) {
            keeping.cancel();
            keeping = null;
        }
        if (trouble.getValue().isEmpty()) {
            keeping = timers.after(PAUSE, this::keepNow);
        }
    }

    /// Keeps at once what still waits.
    void keepNow() {
        waiting.forEach(client::draft);
        waiting.clear();
    }
}
