package parley.bench;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/// Users in a ring: each sends to the next as fast as its window allows, and checks what comes from
/// the one before.
///
/// @param senders how many users
/// @param each messages that each of them sends
/// @param window unanswered messages of a user at most
/// @param bytes length of a text
record Load(int senders, int each, int window, int bytes) {
    private static final long LONGEST_NANOS = 600_000_000_000L;

    /// Writes an account for each user.
    Path writeCredentials(Path file) throws IOException {
        return Files.write(
                file,
                IntStream.range(0, senders).mapToObj(i -> user(i) + " " + password(i)).toList());
    }

    /// Runs one round against the server on this port of loopback.
    ///
    /// @param cpuMillis the processor time that the server has used so far
    /// @throws IllegalStateException where a message was lost, doubled or out of order
    Figures run(int port, LongSupplier cpuMillis) throws IOException, InterruptedException {
        Histogram answers = new ConcurrentHistogram(LONGEST_NANOS, 3);
        Histogram arrivals = new ConcurrentHistogram(LONGEST_NANOS, 3);
        List<LoadClient> clients = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (int i = 0; i < senders; i++) {
                    clients.add(LoadClient.signedIn(port, user(i), password(i), answers, arrivals));
                }
                long cpu = cpuMillis.getAsLong();
                long begin = System.nanoTime();
                awaitAll(startAll(clients, threads));
                long nanos = System.nanoTime() - begin;
                long used = cpuMillis.getAsLong() - cpu;
                return new Figures((long) senders * each, nanos, used, answers, arrivals);
            } finally {
                threads.shutdownNow();
                clients.forEach(LoadClient::close);
            }
        }
    }

    private CompletionService<Void> startAll(List<LoadClient> clients, ExecutorService threads) {
        CompletionService<Void> running = new ExecutorCompletionService<>(threads);
        for (int i = 0; i < senders; i++) {
            LoadClient client = clients.get(i);
            String next = user((i + 1) % senders);
            running.submit(() -> client.hear(each));
            running.submit(() -> client.say(next, each, window, bytes));
        }
        return running;
    }

    private void awaitAll(CompletionService<Void> running) throws InterruptedException {
        try {
            for (int i = 0; i < 2 * senders; i++) {
                running.take().get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the round failed: " + failed.getCause(), failed);
        }
    }

    private static String user(int number) {
        return "user-" + number;
    }

    private static String password(int number) {
        return "password-of-" + number;
    }
}
