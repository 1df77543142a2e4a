package parley.bench;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import parley.protocol.Chat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/// The users of a load, who have signed in and stay for as many rounds as one likes. Serves one
/// thread.
final class Crew implements AutoCloseable {
    private final Load load;
    private final Histogram answers = new ConcurrentHistogram(Load.LONGEST_NANOS, 3);
    private final Histogram arrivals = new ConcurrentHistogram(Load.LONGEST_NANOS, 3);
    private final List<LoadClient> clients = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Crew(Load load) {
        this.load = load;
    }

    /// Signs all of them in.
    static Crew signedIn(Load load, int port) throws IOException {
        Crew crew = new Crew(load);
        try {
            for (int i = load.first(); i < load.first() + load.senders(); i++) {
                crew.clients.add(
                        LoadClient.signedIn(
                                port, Load.user(i), Load.password(i), crew.answers, crew.arrivals));
            }
            return crew;
        } catch (IOException failed) {
            crew.close();
            throw failed;
        }
    }

    /// Runs a round in which each writes to somebody, and hears as many messages as it writes.
    ///
    /// @param cpuMillis the processor time that the server has used so far
    /// @param pace time from one message of a user to the next at least
    /// @param mate to whom the first, the second … of them writes
    /// @return the figures, with the times of all rounds so far
    /// @throws IllegalStateException where a message was lost, doubled or out of order
    Figures round(LongSupplier cpuMillis, Duration pace, IntFunction<Chat> mate)
            throws InterruptedException {
        long cpu = cpuMillis.getAsLong();
        long begin = System.nanoTime();
        Load.await(startAll(pace, mate), 2 * load.senders());
        long nanos = System.nanoTime() - begin;
        long used = cpuMillis.getAsLong() - cpu;
        return new Figures((long) load.senders() * load.each(), nanos, used, answers, arrivals);
    }

    private CompletionService<Void> startAll(Duration pace, IntFunction<Chat> mate) {
        CompletionService<Void> running = new ExecutorCompletionService<>(threads);
        for (int i = 0; i < load.senders(); i++) {
            LoadClient client = clients.get(i);
            Chat to = mate.apply(i);
            running.submit(() -> client.hear(load.each(), load.each()));
            running.submit(() -> client.say(to, load.each(), load.window(), load.bytes(), pace));
        }
        return running;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        clients.forEach(LoadClient::close);
        threads.close();
    }
}
