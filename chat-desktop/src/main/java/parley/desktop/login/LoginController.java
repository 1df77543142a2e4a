package parley.desktop.login;

import org.jspecify.annotations.Nullable;

import parley.desktop.client.Client;
import parley.desktop.kit.SpokenTime;
import parley.desktop.kit.Texts;
import parley.desktop.net.ServerAddress;
import parley.desktop.net.SignIn;
import parley.desktop.net.SignInOutcome;
import parley.desktop.state.Timers;
import parley.protocol.UserName;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;

/// What the dialog's fields and buttons mean. One sign-in at a time: what is pressed while the
/// answer is awaited does nothing.
final class LoginController {
    private static final Texts TEXTS = Texts.of(LoginController.class);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final LoginModel model;
    private final Client client;
    private final Executor door;
    private final Timers timers;
    private final SpokenTime times;
    private Timers.@Nullable Running ticking;

    LoginController(
            LoginModel model, Client client, Executor door, Timers timers, SpokenTime times) {
        this.model = model;
        this.client = client;
        this.door = door;
        this.timers = timers;
        this.times = times;
        model.server.addListener((_, _, _) -> serverEdited());
        model.name.addListener((_, _, _) -> nameEdited());
        model.password.addListener((_, _, _) -> passwordEdited());
    }

    /// Signs in with what the fields hold, or says which of them lacks something.
    void signIn() {
        ready().ifPresent(this::ask);
    }

    /// Signs in and ends the session that is elsewhere.
    void signInHere() {
        ready().map(SignIn::takingOver).ifPresent(this::ask);
    }

    /// The owner has compared the key and found it right.
    void trust() {
        model.key
                .get()
                .ifPresent(question -> {
                    client.trust(question.server(), question.shown());
                    model.key.set(Optional.empty());
                    signIn();
                });
    }

    /// The owner does not trust the key: back to the fields.
    void mistrust() {
        model.key.set(Optional.empty());
    }

    /// Says what came of a sign-in, also of one that the desktop made by itself.
    void show(SignInOutcome outcome) {
        model.forgetTroubles();
        switch (outcome) {
            case SignInOutcome.Welcome _ -> model.password.set("");
            case SignInOutcome.Cancelled() -> {
                // Another sign-in says how it went.
            }
            case SignInOutcome.UnknownUser() -> model.nameTrouble.set(TEXTS.get("name.unknown"));
            case SignInOutcome.WrongPassword(long left) ->
                    model.passwordTrouble.set(TEXTS.get("password.wrong", left));
            case SignInOutcome.TokenRefused() ->
                    model.passwordTrouble.set(TEXTS.get("password.again"));
            case SignInOutcome.Locked(Instant until) -> locked(until);
            case SignInOutcome.AlreadyOnline(Instant since) ->
                    model.elsewhere.set(TEXTS.get("elsewhere", times.brief(since)));
            case SignInOutcome.KeyUnknown(var key) ->
                    server().ifPresent(server -> ask(new KeyQuestion.FirstSeen(server, key)));
            case SignInOutcome.KeyChanged(var known, var shown) ->
                    server().ifPresent(
                                    server -> ask(new KeyQuestion.Changed(server, known, shown)));
            case SignInOutcome.Unreachable _,
                    SignInOutcome.TryLater _,
                    SignInOutcome.WrongVersion _,
                    SignInOutcome.Refused _ ->
                    model.serverTrouble.set(ServerWords.of(outcome, model.server.get().strip()));
        }
    }

    /// Looks from the last field to the first, which gets the cursor.
    private Optional<SignIn> ready() {
        if (model.busy.get() || model.lockedFor.get() > 0) {
            return Optional.empty();
        }
        model.forgetTroubles();
        Optional<ServerAddress> server = server();
        if (model.password.get().isEmpty()) {
            model.passwordTrouble.set(TEXTS.get("password.missing"));
        }
        if (UserName.parse(model.name.get().strip()).isEmpty()) {
            boolean empty = model.name.get().isBlank();
            model.nameTrouble.set(TEXTS.get(empty ? "name.missing" : "name.malformed"));
        }
        if (server.isEmpty()) {
            model.serverTrouble.set(TEXTS.get("server.malformed", ServerAddress.DEFAULT_PORT));
        }
        return hasTroubles() ? Optional.empty() : server.map(this::asTyped);
    }

    private boolean hasTroubles() {
        return !(model.serverTrouble.get() + model.nameTrouble.get() + model.passwordTrouble.get())
                .isEmpty();
    }

    private Optional<ServerAddress> server() {
        return ServerAddress.parse(model.server.get());
    }

    private SignIn asTyped(ServerAddress server) {
        SignIn once = SignIn.byPassword(server, model.name.get().strip(), model.password.get());
        return model.keep.get() ? once.kept() : once;
    }

    private void ask(SignIn how) {
        model.busy.set(true);
        client.signIn(how)
                .whenCompleteAsync(
                        (outcome, failure) -> {
                            model.busy.set(false);
                            show(failure == null ? outcome : new SignInOutcome.Cancelled());
                        },
                        door);
    }

    private void ask(KeyQuestion question) {
        model.key.set(Optional.of(question));
    }

    private void locked(Instant until) {
        long left = Duration.between(times.clock().instant(), until).toMillis();
        int seconds = (int) Math.max(0, (left + 999) / 1000);
        model.lockedFor.set(seconds);
        stopTicking();
        if (seconds > 0) {
            model.passwordTrouble.set(TEXTS.get("password.locked", seconds));
            ticking = timers.after(TICK, () -> locked(until));
        } else {
            model.passwordTrouble.set(TEXTS.get("password.unlocked"));
        }
    }

    private void serverEdited() {
        model.serverTrouble.set("");
        model.elsewhere.set("");
        unlock();
    }

    private void nameEdited() {
        model.nameTrouble.set("");
        model.elsewhere.set("");
        unlock();
    }

    private void passwordEdited() {
        if (model.lockedFor.get() == 0) {
            model.passwordTrouble.set("");
        }
    }

    /// The lock is one name's at one server: another may try.
    private void unlock() {
        stopTicking();
        model.lockedFor.set(0);
        model.passwordTrouble.set("");
    }

    private void stopTicking() {
        if (ticking != null) {
            ticking.cancel();
            ticking = null;
        }
    }
}
