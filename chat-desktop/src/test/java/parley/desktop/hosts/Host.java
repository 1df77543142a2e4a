package parley.desktop.hosts;

import parley.desktop.mission.OwnJava;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A desktop on a host of its own: a [HostProgram] in a namespace.
final class Host implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    final String user;
    private final Spot spot;
    private final Path log;
    private final Process process;
    private final PrintWriter deeds;
    private final List<String> heard = new ArrayList<>();
    private boolean ended;

    /// Starts it; [#isOnline] waits until it has signed in.
    Host(String user, Spot spot, int port, Path folder) throws IOException {
        this.user = user;
        this.spot = spot;
        ProcessBuilder program =
                OwnJava.program(
                        HostProgram.class,
                        user,
                        folder.resolve(user).toString(),
                        spot.server() + ":" + port);
        program.command().addAll(0, spot.place().enter());
        log = folder.resolve(user + ".log");
        process = program.redirectError(log.toFile()).start();
        deeds = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                note(line);
            }
        } catch (IOException killed) {
            note("ends: " + killed.getMessage());
        }
        synchronized (heard) {
            ended = true;
            heard.notifyAll();
        }
    }

    private void note(String line) {
        synchronized (heard) {
            heard.add(line);
            heard.notifyAll();
        }
    }

    Spot spot() {
        return spot;
    }

    void isOnline() {
        hears("online");
    }

    void asks(Host other) {
        deeds.println("open " + other.user);
    }

    void accepts(Host other) {
        deeds.println("accept " + other.user);
    }

    /// Takes the server's relay.
    void relays(Host other) {
        deeds.println("relay " + other.user);
    }

    /// Asks the router for a port, and waits until it has one.
    ///
    /// @return what it told of it
    String asksTheRouter() {
        deeds.println("map " + user);
        return hears("router Mapped");
    }

    /// Gives the port back; [Internet#ports] shows when it is gone.
    void leavesTheRouterAlone() {
        deeds.println("leave " + user);
        hears("router Off");
    }

    void ends(Host other) {
        deeds.println("end " + other.user);
    }

    void says(String text, Host to) {
        deeds.println("say " + to.user + " " + text);
    }

    void hears(String text, Host from) {
        hears(from.user + " said " + text);
    }

    /// Waits until the chat with the other stands so.
    ///
    /// @param state the beginning of one of the names of [parley.desktop.peer.PeerState]
    /// @return all that is told of it
    String isOnce(String state, Host other) {
        return hears("StateChanged[person=" + other.user + ", state=" + state);
    }

    /// All that the other has said, in order.
    List<String> texts(Host from) {
        String before = from.user + " said ";
        synchronized (heard) {
            return heard.stream()
                    .filter(line -> line.startsWith(before))
                    .map(line -> line.substring(before.length()))
                    .toList();
        }
    }

    /// Forgets what it told so far.
    void forget() {
        synchronized (heard) {
            heard.clear();
        }
    }

    private String hears(String beginning) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (heard) {
            while (heard.stream().noneMatch(line -> line.startsWith(beginning))) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || ended) {
                    throw new AssertionError(
                            "%s never told \"%s\", only %s%n%s"
                                    .formatted(user, beginning, heard, complaints()));
                }
                waitFor(left);
            }
            return heard.stream().filter(line -> line.startsWith(beginning)).findFirst().get();
        }
    }

    private String complaints() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private void waitFor(long nanos) {
        try {
            heard.wait(nanos / 1_000_000 + 1);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Ends it, without a good-bye.
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
