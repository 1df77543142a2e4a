package parley.bench;

import parley.protocol.Chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// A day in short, on one server and one desktop: people write to each other, to the desktop and to
/// everyone, come and go, and talk to the desktop in private. After each part of the day, when all
/// has arrived and nobody writes, is measured what the two hold of the memory.
final class Soak implements AutoCloseable {
    private static final String DESKTOP = "yoda";
    private static final String PASSWORD = "do-or-do-not";
    private static final int CONFIDANTS = 5;
    private static final int VISITORS = 20;
    private static final int WINDOW = 16;
    private static final int BYTES = 100;

    private final Day day;
    private final ServerProcess server;
    private final DesktopProcess desktop;
    private final List<Confidant> confidants = new ArrayList<>();
    private final List<Crew> crews = new ArrayList<>();
    private final Load people;
    private final Load friends;
    private final Load crier;
    private final Visitors visitors;

    /// The commands that start what is measured.
    record Programs(List<String> server, List<String> desktop) {}

    /// @param folder where everything goes
    Soak(Day day, Programs programs, Path folder) throws IOException, InterruptedException {
        this.day = day;
        people = new Load(0, day.people(), day.each(), WINDOW, BYTES);
        friends = new Load(day.people(), day.friends(), day.eachOfFriends(), WINDOW, BYTES);
        int next = day.people() + day.friends();
        crier = new Load(next, 1, day.cries(), WINDOW, BYTES);
        Path data = Files.createDirectory(folder.resolve("data"));
        Path credentials = credentials(folder, next + 1 + VISITORS + CONFIDANTS);
        server = ServerProcess.start(programs.server(), credentials, data);
        visitors = new Visitors(server.port(), next + 1, VISITORS);
        desktop = desktop(programs, folder);
        comeIn(folder, next + 1 + VISITORS);
    }

    private static Path credentials(Path folder, int users) throws IOException {
        Path file = new Load(users, 0, 1, 0).writeCredentials(folder.resolve("credentials.txt"));
        List<String> accounts = new ArrayList<>(Files.readAllLines(file));
        accounts.add(DESKTOP + " " + PASSWORD);
        return Files.write(file, accounts);
    }

    private DesktopProcess desktop(Programs programs, Path folder) throws IOException {
        try {
            Path profile = folder.resolve(DESKTOP);
            return DesktopProcess.start(
                    programs.desktop(), server.port(), DESKTOP, PASSWORD, profile);
        } catch (IOException failed) {
            server.close();
            throw failed;
        }
    }

    private void comeIn(Path folder, int first) throws IOException, InterruptedException {
        try {
            for (Load each : List.of(people, friends, crier)) {
                crews.add(Crew.signedIn(each, server.port()));
            }
            for (int user = first; user < first + CONFIDANTS; user++) {
                String name = Load.user(user);
                confidants.add(
                        Confidant.signedIn(
                                name,
                                Load.password(user),
                                folder.resolve(name),
                                server.port(),
                                DESKTOP));
            }
        } catch (IOException | InterruptedException failed) {
            close();
            throw failed;
        }
    }

    /// Goes through the whole day.
    ///
    /// @param told hears a line of a table after each part
    /// @throws IllegalStateException where something was lost, doubled or out of order
    Growth run(Consumer<String> told) throws IOException, InterruptedException {
        Growth growth = new Growth();
        told.accept(Growth.HEADING);
        for (int part = 1; part <= day.parts(); part++) {
            part(part);
            LockSupport.parkNanos(day.rest().toNanos());
            Growth.Row row =
                    new Growth.Row(
                            (long) part * day.messagesOfPart(),
                            Footprint.of(server.pid()),
                            Footprint.of(desktop.pid()));
            growth.add(row);
            told.accept(row.toString());
        }
        return growth;
    }

    private void part(int number) throws InterruptedException {
        Chat mate = Chat.with(Desktop.name(DESKTOP));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            CompletionService<Object> running = new ExecutorCompletionService<>(threads);
            running.submit(() -> write(0, day.each(), people::next));
            running.submit(() -> write(1, day.eachOfFriends(), _ -> mate));
            running.submit(() -> write(2, day.cries(), _ -> Chat.EVERYONE));
            running.submit(() -> visitors.come(day.visits(), day.part()));
            for (int i = 0; i < CONFIDANTS; i++) {
                Confidant confidant = confidants.get(i);
                int chats = chats(number, i);
                running.submit(() -> confidant.talk(chats, day.part()));
            }
            Load.await(running, 4 + CONFIDANTS);
        } finally {
            threads.shutdownNow();
        }
    }

    private Figures write(int crew, int each, IntFunction<Chat> mate) throws InterruptedException {
        return crews.get(crew).round(() -> 0, day.part().dividedBy(each), mate);
    }

    /// Private chats of one of them in this part: all have as many, or one more.
    private int chats(int part, int confidant) {
        int turn = (part - 1) * CONFIDANTS + confidant;
        int turns = day.parts() * CONFIDANTS;
        return (int)
                ((long) day.privateChats() * (turn + 1) / turns
                        - (long) day.privateChats() * turn / turns);
    }

    @Override
    public void close() {
        crews.forEach(Crew::close);
        confidants.forEach(Confidant::close);
        desktop.close();
        server.close();
    }
}
