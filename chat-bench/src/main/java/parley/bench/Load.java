package parley.bench;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import parley.protocol.Chat;
import parley.protocol.UserName;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
/// @param first the number of the first user
/// @param senders how many users
/// @param each messages that each of them sends
/// @param window unanswered messages of a user at most
/// @param bytes length of a text
record Load(int first, int senders, int each, int window, int bytes) {
    static final long LONGEST_NANOS = 600_000_000_000L;

    /// A ring that begins with the user numbered 0.
    Load(int senders, int each, int window, int bytes) {
        this(0, senders, each, window, bytes);
    }

    /// Writes an account for each user.
    Path writeCredentials(Path file) throws IOException {
        return Files.write(
                file,
                IntStream.range(first, first + senders)
                        .mapToObj(i -> user(i) + " " + password(i))
                        .toList());
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
        try (Crew crew = Crew.signedIn(this, port)) {
            return crew.round(cpuMillis, pace, this::next);
        }
    }

    /// To whom the first, the second … of them writes in a ring.
    Chat next(int sender) {
        return chat(first + (sender + 1) % senders);
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
            running.submit(() -> writer.say(chat(1), messages, 64, 100, Duration.ZERO));
            await(running, 2);
            long begin = System.nanoTime();
            try (LoadClient reader =
                    LoadClient.signedIn(port, user(1), password(1), times, times)) {
                reader.hear(messages, 0);
                return Duration.ofNanos(System.nanoTime() - begin);
            }
        }
    }

    /// Waits for so many of these to end.
    ///
    /// @throws IllegalStateException as soon as one has failed
    static void await(CompletionService<?> running, int count) throws InterruptedException {
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

    private static Chat chat(int number) {
        return Chat.with(UserName.of(user(number)));
    }

    static String password(int number) {
        return "password-of-" + number;
    }
}
