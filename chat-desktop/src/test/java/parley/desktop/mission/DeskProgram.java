package parley.desktop.mission;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import javafx.collections.ListChangeListener;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import parley.desktop.Main;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The desktop's own program, with a hook for tests: it does what a [DeskElsewhere] asks through a
/// socket, a line a deed, by a robot on this process's screen.
///
/// ```
/// {"deed":"choose","with":["luke"]}       {"gives":null}
/// {"deed":"read","with":["middle"]}       {"gives":["Come, you must."]}
/// {"deed":"press","with":["Fly"]}         {"complaint":"no Fly"}
/// ```
public final class DeskProgram extends StageDesk implements Timed {
    private static final Gson GSON = new Gson();

    private final String profile;
    private final CompletableFuture<Stage> shown;
    private CompletableFuture<Long> bubble = new CompletableFuture<>();

    private DeskProgram(String profile, CompletableFuture<Stage> shown) {
        super(new RobotHand(() -> shown.join().getScene()));
        this.profile = profile;
        this.shown = shown;
    }

    /// @param arguments the port on loopback where it is told what to do, and the profile's folder
    public static void main(String[] arguments) throws IOException {
        DeskProgram program = new DeskProgram(arguments[1], new CompletableFuture<>());
        try (Socket socket =
                        new Socket(
                                InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter answers =
                        new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> answers.println(program.answer(line)));
        }
    }

    private String answer(String line) {
        JsonObject asked = GSON.fromJson(line, JsonObject.class);
        JsonObject answer = new JsonObject();
        try {
            answer.add("gives", GSON.toJsonTree(done(asked)));
        } catch (InvocationTargetException failed) {
            answer.addProperty("complaint", String.valueOf(failed.getCause()));
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
        return GSON.toJson(answer);
    }

    private Object done(JsonObject asked) throws InvocationTargetException, IllegalAccessException {
        Object[] with =
                asked.getAsJsonArray("with").asList().stream()
                        .map(JsonElement::getAsString)
                        .toArray();
        Method deed =
                Arrays.stream(Timed.class.getMethods())
                        .filter(method -> method.getName().equals(asked.get("deed").getAsString()))
                        .findFirst()
                        .orElseThrow();
        return deed.invoke(this, with);
    }

    @Override
    public void open(String server, String user) {
        Window.getWindows().addListener((ListChangeListener<Window>) this::windowsChanged);
        String[] options = {"--data", profile, "--server", server, "--user", user};
        new Thread(() -> Main.main(options), "desktop").start();
        shown.orTimeout(1, TimeUnit.MINUTES).join();
    }

    private void windowsChanged(ListChangeListener.Change<? extends Window> change) {
        change.getList().stream()
                .filter(Stage.class::isInstance)
                .forEach(stage -> shown.complete((Stage) stage));
    }

    @Override
    Stage stage() {
        return shown.join();
    }

    @Override
    public void close() {
        run(() -> stage().fireEvent(new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
        if (get(() -> stage().isShowing())) {
            press("Close Parley");
        }
    }

    @Override
    public long enter() {
        return get(() -> {
            long now = System.nanoTime();
            key("Enter");
            return now;
        });
    }

    @Override
    public void watchFor(String words) {
        bubble = new CompletableFuture<>();
        run(() -> new Watch(words, bubble).begin());
    }

    @Override
    public long shown() {
        return bubble.orTimeout(1, TimeUnit.MINUTES).join();
    }

    /// Looks after each pulse's layout whether a bubble is there.
    private final class Watch {
        private final String words;
        private final CompletableFuture<Long> seen;
        private final Runnable look = this::look;

        Watch(String words, CompletableFuture<Long> seen) {
            this.words = words;
            this.seen = seen;
        }

        void begin() {
            stage().getScene().addPostLayoutPulseListener(look);
        }

        private void look() {
            if (windows().texts("middle").contains(words)) {
                seen.complete(System.nanoTime());
                stage().getScene().removePostLayoutPulseListener(look);
            }
        }
    }
}
