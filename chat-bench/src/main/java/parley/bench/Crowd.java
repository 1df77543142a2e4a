package parley.bench;

import parley.protocol.Chat;
import parley.protocol.UserName;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// The users of a torture, in pairs; the first of the first pair blocks the second from time to
/// time. Each lives on a thread of its own until the crowd is closed.
final class Crowd implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Findings findings;
    private final Whereabouts server;
    private final List<Correspondent> all = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Crowd(
            int pairs,
            SplittableRandom dice,
            Whereabouts server,
            Progress progress,
            Findings findings) {
        this.server = server;
        this.findings = findings;
        for (int pair = 0; pair < pairs; pair++) {
            String one = "user-" + 2 * pair;
            String other = "user-" + (2 * pair + 1);
            add(one, other, pair == 0, dice, progress);
            add(other, one, false, dice, progress);
        }
    }

    private void add(
            String user, String mate, boolean blocks, SplittableRandom dice, Progress progress) {
        Chat chat = Chat.with(UserName.of(mate));
        all.add(new Correspondent(user, chat, blocks, dice.split(), server, findings, progress));
    }

    /// Writes an account for each user and each bystander.
    Path writeCredentials(Path file) throws IOException {
        return Files.write(
                file,
                Stream.concat(
                                all.stream().map(Correspondent::user),
                                Stream.of(Bystander.values()).map(Bystander::user))
                        .map(user -> user + " " + Correspondent.password(user))
                        .toList());
    }

    void begin() {
        all.forEach(each -> threads.submit(each::live));
    }

    /// Waits until nobody hears a connection any more, where the server has ended.
    void awaitSilence() throws InterruptedException {
        for (Correspondent each : all) {
            each.awaitSilence();
        }
    }

    /// Lets all have their last answers and receive what is for them, or notes what does not come
    /// within a minute. They do not come back from then on.
    void comeToRest() {
        all.forEach(Correspondent::stopWriting);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isAtRest() && findings.isEmpty()) {
            if (System.nanoTime() > deadline) {
                findings.add("not all was answered and received: %s", missing());
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        all.forEach(Correspondent::end);
    }

    private boolean isAtRest() {
        return missing().isEmpty();
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Correspondent each : all) {
            each.diary().unanswered().forEach(letter -> missing.add(letter.id()));
            if (each.blockings().isOpen()) {
                missing.add("a block of " + each.user());
            }
        }
        for (int i = 0; i < all.size(); i++) {
            Correspondent sender = all.get(i);
            Diary reader = all.get(i ^ 1).diary();
            Chat chat = Chat.with(UserName.of(sender.user()));
            sender.diary().acknowledgedIn(sender.mate()).stream()
                    .filter(seq -> !reader.hasReceived(chat, seq))
                    .forEach(
                            seq -> missing.add(sender.user() + " to " + reader.user() + " " + seq));
        }
        return missing;
    }

    /// Reads everything back and compares it with what everybody wrote down.
    void check(int port) throws IOException {
        Checker checker = new Checker(all.stream().map(Correspondent::diary).toList(), findings);
        List<Copy> chats = new ArrayList<>();
        List<Copy> everyone = new ArrayList<>();
        for (Correspondent each : all) {
            String user = each.user();
            try (Historian historian =
                    Historian.signedIn(port, user, Correspondent.password(user))) {
                chats.add(new Copy(user, each.mate(), historian.read(each.mate())));
                everyone.add(new Copy(user, Chat.EVERYONE, historian.read(Chat.EVERYONE)));
            }
        }
        for (int i = 0; i < all.size(); i += 2) {
            checker.checkChat(chats.get(i), chats.get(i + 1));
        }
        for (int i = 0; i < all.size(); i++) {
            checker.checkBlock(chats.get(i), all.get(i).blockings());
            checker.checkBlock(everyone.get(i), all.get(i).blockings());
        }
        checker.checkEveryone(everyone);
    }

    long letters() {
        return all.stream().mapToLong(each -> each.diary().letters().size()).sum();
    }

    /// What was received again, and recognised.
    long repeats() {
        return all.stream().mapToLong(each -> each.diary().repeats()).sum();
    }

    /// Letters that were asked for again.
    long askedAgain() {
        return all.stream().mapToLong(each -> each.diary().askedAgain()).sum();
    }

    int blocks() {
        return all.stream().mapToInt(each -> each.blockings().count()).sum();
    }

    /// Ends all of them; the server has ended before.
    @Override
    public void close() {
        all.forEach(Correspondent::end);
        server.at(0);
        threads.shutdownNow();
        threads.close();
    }
}
