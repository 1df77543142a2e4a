package parley.desktop.kit;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// The way into JavaFX for tests, from their own thread: start it once, do something on its thread
/// and wait for it, let a frame pass, wait for something to become true.
public final class Fx {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final ObjectProperty<Scheme> CHOICE = new SimpleObjectProperty<>(Scheme.LIGHT);
    private static @Nullable Look look;

    private Fx() {}

    /// Something done on JavaFX's thread.
    @FunctionalInterface
    public interface Deed {
        void run() throws Exception;
    }

    /// The program's look, light unless [#wear] says otherwise.
    public static synchronized Look look() {
        if (look == null) {
            look = start();
        }
        return look;
    }

    /// Changes the scheme of everything.
    public static void wear(ColorScheme scheme) {
        run(() -> CHOICE.set(scheme == ColorScheme.DARK ? Scheme.DARK : Scheme.LIGHT));
    }

    /// Does it on JavaFX's thread, and returns when it is done. What it throws is thrown here.
    public static void run(Deed deed) {
        get(() -> {
            deed.run();
            return true;
        });
    }

    /// What that gives, on JavaFX's thread.
    public static <T> T get(Callable<T> question) {
        look();
        return ask(question);
    }

    private static <T> T ask(Callable<T> question) {
        if (Platform.isFxApplicationThread()) {
            return called(question);
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> answer.completeAsync(() -> called(question), Runnable::run));
        return await(answer);
    }

    /// Lets a whole frame pass: what was asked for before is laid out and drawn.
    public static void frame() {
        CountDownLatch drawn = new CountDownLatch(2);
        run(() ->
                new javafx.animation.AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        drawn.countDown();
                        if (drawn.getCount() == 0) {
                            stop();
                        }
                    }
                }.start());
        await(drawn);
        run(() -> {});
    }

    /// Lets frames pass until it is true on JavaFX's thread; fails after a minute.
    public static void until(BooleanSupplier condition) {
        Instant late = Instant.now().plus(DEADLINE);
        while (!get(condition::getAsBoolean)) {
            if (Instant.now().isAfter(late)) {
                throw new AssertionError("still not true after " + DEADLINE);
            }
            frame();
        }
    }

    private static Look start() {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException already) {
            started.countDown();
        }
        await(started);
        Platform.setImplicitExit(false);
        SimpleObjectProperty<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.LIGHT);
        return ask(() -> new Look(system, CHOICE));
    }

    private static <T> T called(Callable<T> question) {
        try {
            return question.call();
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException | TimeoutException stuck) {
            throw new AssertionError("JavaFX does not answer", stuck);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("JavaFX does not answer");
            }
        } catch (InterruptedException stuck) {
            throw new AssertionError("JavaFX does not answer", stuck);
        }
    }
}
