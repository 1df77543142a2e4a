package parley.bench;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
        return run(port, cpuMillis, Duration.ZERO);
    }

    /// Runs one round as [#run(int,LongSupplier)] does.
    ///
    /// @param pace time from one message of a user to the next at least
    Figures run(int port, LongSupplier cpuMillis, Duration pace)
            throws IOException, InterruptedException {
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
                awaitAll(startAll(clients, threads, pace));
                long nanos = System.nanoTime() - begin;
                long used = cpuMillis.getAsLong() - cpu;
                return new Figures((long) senders * each, nanos, used, answers, arrivals);
            } finally {
                threads.shutdownNow();
                clients.forEach(LoadClient::close);
            }
        }
    }

    /// Has somebody write so many messages to somebody who is away, who then comes back.
    ///
    /// @return how long the one who came back took to hear all of them, once and in order
    static Duration comeBackTo(int messages, int port) throws IOException, InterruptedException {
        Histogram times = new ConcurrentHistogram(LONGEST_NANOS, 3);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                LoadClient writer = LoadClient.signedIn(port, user(0), password(0), times, times)) {
            CompletionService<Void> running = new ExecutorCompletionService<>(threads);
            running.submit(() -> writer.hear(0, messages));
            running.submit(() -> writer.say(user(1), messages, 64, 100, Duration.ZERO));
            await(running, 2);
            long begin = System.nanoTime();
            try (LoadClient reader =
                    LoadClient.signedIn(port, user(1), password(1), times, times)) {
                reader.hear(messages, 0);
                return Duration.ofNanos(System.nanoTime() - begin);
            }
        }
    }

    private CompletionService<Void> startAll(
            List<LoadClient> clients, ExecutorService threads, Duration pace) {
        CompletionService<Void> running = new ExecutorCompletionService<>(threads);
        for (int i = 0; i < senders; i++) {
            LoadClient client = clients.get(i);
            String next = user((i + 1) % senders);
            running.submit(() -> client.hear(each, each));
            running.submit(() -> client.say(next, each, window, bytes, pace));
        }
        return running;
    }

    private void awaitAll(CompletionService<Void> running) throws InterruptedException {
        await(running, 2 * senders);
    }

    private static void await(CompletionService<Void> running, int count)
            throws InterruptedException {
        try {
            for (int i = 0; i < count; i++) {
                running.take().get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the round failed: " + failed.getCause(), failed);
        }
    }

    static String user(int number) {
        return "user-" + number;
    }

    static String password(int number) {
        return "password-of-" + number;
    }
}
