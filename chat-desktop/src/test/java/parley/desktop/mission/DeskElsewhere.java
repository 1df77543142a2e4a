package parley.desktop.mission;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// A desktop as a process of its own, see [DeskProgram].
final class DeskElsewhere implements Timed {
    private static final Gson GSON = new Gson();
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Path profile;
    private @Nullable Running running;

    /// One run of it.
    private record Running(
            Process process, Socket socket, PrintWriter deeds, BufferedReader answers) {}

    /// @param profile its folder
    DeskElsewhere(Path profile) {
        this.profile = profile;
    }

    @Override
    public void open(String server, String user) throws IOException {
        running = start();
        asks("open", server, user);
    }

    private Running start() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            door.setSoTimeout((int) LONGEST.toMillis());
            Process process =
                    OwnJava.program(
                                    DeskProgram.class,
                                    Integer.toString(door.getLocalPort()),
                                    profile.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    ProcessBuilder.Redirect.appendTo(
                                            Path.of(profile + ".log").toFile()))
                            .start();
            Socket socket = door.accept();
            socket.setSoTimeout((int) LONGEST.toMillis());
            return new Running(
                    process,
                    socket,
                    new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8),
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.UTF_8)));
        }
    }

    private JsonElement asks(String deed, String... with) {
        JsonObject line = new JsonObject();
        line.addProperty("deed", deed);
        line.add("with", GSON.toJsonTree(with));
        present().deeds().println(GSON.toJson(line));
        JsonObject answer = GSON.fromJson(nextAnswer(), JsonObject.class);
        if (answer.has("complaint")) {
            throw new AssertionError(answer.get("complaint").getAsString());
        }
        return answer.has("gives") ? answer.get("gives") : new JsonObject();
    }

    private String nextAnswer() {
        try {
            String line = present().answers().readLine();
            if (line == null) {
                throw new AssertionError("the desktop has gone, see " + profile + ".log");
            }
            return line;
        } catch (IOException silent) {
            throw new AssertionError(
                    "the desktop does not answer, see " + profile + ".log", silent);
        }
    }

    private Running present() {
        return Objects.requireNonNull(running, "not open");
    }

    @Override
    public void click(String id) {
        asks("click", id);
    }

    @Override
    public void press(String button) {
        asks("press", button);
    }

    @Override
    public void type(String text) {
        asks("type", text);
    }

    @Override
    public void key(String combination) {
        asks("key", combination);
    }

    @Override
    public void choose(String row) {
        asks("choose", row);
    }

    @Override
    public void doubleClick(String row) {
        asks("doubleClick", row);
    }

    @Override
    public void menu(String row, String item) {
        asks("menu", row, item);
    }

    @Override
    public String row(String name) {
        return asks("row", name).getAsString();
    }

    @Override
    public List<String> read(String part) {
        return GSON.fromJson(asks("read", part), new TypeToken<>() {});
    }

    @Override
    public List<String> spoken(String part) {
        return GSON.fromJson(asks("spoken", part), new TypeToken<>() {});
    }

    @Override
    public boolean writesIn(String part) {
        return asks("writesIn", part).getAsBoolean();
    }

    @Override
    public String title() {
        return asks("title").getAsString();
    }

    @Override
    public long enter() {
        return asks("enter").getAsLong();
    }

    @Override
    public void watchFor(String words) {
        asks("watchFor", words);
    }

    @Override
    public long shown() {
        return asks("shown").getAsLong();
    }

    /// Lets it do nothing more, as a computer that is busy with something else; what it is sent
    /// waits unread. It can be killed only.
    void freeze() throws IOException, InterruptedException {
        String process = Long.toString(present().process().pid());
        int code = new ProcessBuilder("kill", "-STOP", process).start().waitFor();
        if (code != 0) {
            throw new IOException("kill -STOP ended with " + code);
        }
    }

    /// Ends it in the middle of whatever it does, as `kill -9` does. It can be opened again.
    void kill() throws IOException, InterruptedException {
        Running last = present();
        running = null;
        last.process().destroyForcibly().waitFor();
        last.socket().close();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        Running last = running;
        if (last == null) {
            return;
        }
        try {
            asks("close");
            if (!last.process().waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the desktop does not end, see " + profile + ".log");
            }
        } finally {
            running = null;
            last.process().destroyForcibly();
            last.socket().close();
        }
    }
}
