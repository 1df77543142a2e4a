package parley.desktop;

import org.jspecify.annotations.Nullable;

import parley.desktop.client.Client;
import parley.desktop.state.Timers;
import parley.protocol.Status;

import java.time.Duration;

/// One's own status: what the owner has chosen, but away after ten minutes without a touch of any
/// of Parley's windows. Who has chosen to be away or busy stays so.
final class AwayRule {
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Client client;
    private final Timers timers;
    private Status chosen = Status.ONLINE;
    private boolean away;
    private Timers.@Nullable Running waiting;

    AwayRule(Client client, Timers timers) {
        this.client = client;
        this.timers = timers;
    }

    /// Somebody has signed in: online, and looking.
    void begin() {
        chosen = Status.ONLINE;
        away = false;
        wait(PATIENCE);
    }

    /// The owner chooses.
    void choose(Status status) {
        chosen = status;
        away = false;
        client.status(status);
        wait(PATIENCE);
    }

    /// The owner has touched mouse or keyboard in one of Parley's windows.
    void touched() {
        client.active();
        if (away) {
            away = false;
            client.status(chosen);
        }
        wait(PATIENCE);
    }

    private void wait(Duration patience) {
        if (waiting != null) {
            waiting.cancel();
        }
        waiting = timers.after(patience, this::nobodyThere);
    }

    private void nobodyThere() {
        if (chosen == Status.ONLINE) {
            away = true;
            client.status(Status.AWAY);
        }
    }
}
