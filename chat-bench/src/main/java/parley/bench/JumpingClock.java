package parley.bench;

import parley.protocol.Chat;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A clock that jumps under the server, as when somebody sets it: sessions must stay, and a lock
/// must not last longer than its duration. (That `time` does not run backwards is seen in the end.)
///
/// Needs libfaketime; timers keep running by the monotonic clock.
final class JumpingClock implements Nemesis {
    /// Against the real time. From a year ago to tomorrow it jumps too.
    private static final List<String> JUMPS = List.of("+0", "+1d", "-1h", "-1y");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOCK = Duration.ofSeconds(60);
    private static final int MOST_ANSWERS = 300;
    private static final int ATTEMPTS = 3;

    private Path offset = Path.of("");
    private int times;

    /// Where the library is, on the systems that have it.
    private static Path library() throws IOException {
        List<Path> folders = new ArrayList<>(List.of(Path.of("/usr/lib64"), Path.of("/usr/lib")));
        try (Stream<Path> more = Files.list(Path.of("/usr/lib"))) {
            more.filter(folder -> folder.toString().endsWith("-linux-gnu")).forEach(folders::add);
        } catch (IOException elsewhere) {
            throw new NotHere("A clock is made to jump on Linux only.");
        }
        return folders.stream()
                .map(folder -> folder.resolve("faketime").resolve("libfaketimeMT.so.1"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(
                        () -> new NotHere("This needs libfaketime (apt install libfaketime)."));
    }

    @Override
    public void begin(Path data) throws IOException {
        library();
        offset = data.resolveSibling("clock").toAbsolutePath();
        Files.writeString(offset, "+0");
    }

    @Override
    public List<String> command(List<String> server) {
        List<String> whole = new ArrayList<>(List.of("env"));
        try {
            whole.add("LD_PRELOAD=" + library());
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
        whole.add("FAKETIME_TIMESTAMP_FILE=" + offset);
        whole.add("FAKETIME_NO_CACHE=1");
        whole.add("FAKETIME_DONT_FAKE_MONOTONIC=1");
        // Else timed waits of the JVM return too soon, again and again.
        whole.add("FAKETIME_FORCE_MONOTONIC_FIX=0");
        whole.addAll(server);
        return whole;
    }

    @Override
    public void strike(Scene scene) throws IOException, InterruptedException {
        try (Historian reader = Bystander.READER.signsIn(scene.server().port())) {
            lockDoor(scene);
            String jump = JUMPS.get(scene.dice().nextInt(JUMPS.size()));
            jump(jump);
            if (!scene.progress().awaitMore(scene.dice().nextInt(MOST_ANSWERS), PATIENCE)) {
                scene.findings().add("no answers come after the clock jumped to %s", jump);
            }
            tryDoor(scene);
            stays(reader, jump, scene.findings());
        }
    }

    /// In one step, for the library reads it at any moment.
    private void jump(String to) throws IOException {
        Path next = offset.resolveSibling("clock-next");
        Files.writeString(next, to);
        Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE);
        times++;
    }

    private static void stays(Historian reader, String jump, Findings findings) {
        try {
            reader.latest(Chat.EVERYONE);
        } catch (IOException gone) {
            findings.add("a session has ended when the clock jumped to %s: %s", jump, gone);
        }
    }

    /// Gives wrong passwords until there is a lock.
    private static void lockDoor(Scene scene) throws IOException {
        boolean locked = false;
        for (int wrong = 0; wrong < ATTEMPTS && !locked; wrong++) {
            locked = tryDoor(scene);
        }
    }

    /// Gives a wrong password; nobody may be told to wait longer than a lock lasts.
    ///
    /// @return whether there is a lock
    private static boolean tryDoor(Scene scene) throws IOException {
        Request.Proof wrong = new Request.Proof.Password("wrong");
        try (Line line = Line.open(scene.server().port())) {
            Reply reply = line.signIn(Bystander.STRANGER.user(), wrong);
            if (isWrong(reply)) {
                scene.findings().add("a wrong password was answered by %s", reply);
            }
            return reply instanceof Reply.Error(Refusal code, String _, var _)
                    && code == Refusal.LOCKED;
        }
    }

    private static boolean isWrong(Reply reply) {
        return switch (reply) {
            case Reply.Error(Refusal code, String _, Reply.Detail.RetryAfter(long seconds)) ->
                    code != Refusal.LOCKED || seconds < 1 || seconds > LOCK.toSeconds();
            case Reply.Error(Refusal code, String _, var _) -> code != Refusal.WRONG_PASSWORD;
            default -> true;
        };
    }

    @Override
    public String figures() {
        return "%,d times the clock jumped".formatted(times);
    }

    @Override
    public void close() {}
}
