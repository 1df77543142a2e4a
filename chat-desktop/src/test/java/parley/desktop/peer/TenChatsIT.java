package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import parley.desktop.mission.RealServer;
import parley.desktop.net.ServerAddress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Ten private chats at once from one desktop, with a real server that is killed in between: three
/// with files, one by the server's relay because its other side gives its address to nobody.
@Timeout(400)
@Execution(ExecutionMode.CONCURRENT)
class TenChatsIT {
    private static final int DIRECT = 9;
    private static final int WITH_FILES = 3;
    private static final int FILE_BYTES = 30_000_000;
    private static final int WORDS = 40;

    @TempDir private Path folder;
    private final List<Resident> friends = new ArrayList<>();
    private RealServer server;
    private Resident yoda;
    private Resident han;

    @BeforeEach
    void tenChats() throws Exception {
        server = RealServer.start(folder.resolve("server"), accounts());
        yoda = resident("yoda");
        for (int number = 1; number <= DIRECT; number++) {
            friends.add(resident("luke-" + number));
        }
        han = resident("han");
        friends.forEach(friend -> yoda.desktop.meets(friend.desktop));
        meetByRelay();
    }

    private static List<String> accounts() {
        List<String> accounts = new ArrayList<>(List.of("yoda yoda pass", "han han pass"));
        IntStream.rangeClosed(1, DIRECT)
                .mapToObj(number -> "luke-%d luke-%d pass".formatted(number, number))
                .forEach(accounts::add);
        return accounts;
    }

    private Resident resident(String name) throws Exception {
        Path profile = Files.createDirectories(folder.resolve(name));
        return new Resident(name, profile, new ServerAddress("127.0.0.1", server.port()));
    }

    private void meetByRelay() {
        han.chats().disclose(Disclosure.TO_NOBODY);
        yoda.chats().open(han.desktop.name);
        han.desktop.isOnce(yoda.desktop, PeerState.Invited.class);
        han.chats().accept(yoda.desktop.name, Acceptance.FROM_NOW_ON);
        agreeToTheRelay();
    }

    private void agreeToTheRelay() {
        yoda.desktop.isOnce(han.desktop, PeerState.RelayWanted.class);
        yoda.chats().relay(han.desktop.name, Acceptance.FROM_NOW_ON);
        yoda.desktop.isOnce(han.desktop, PeerState.Relayed.class);
        han.desktop.isOnce(yoda.desktop, PeerState.Relayed.class);
    }

    @AfterEach
    void quit() throws InterruptedException {
        friends.forEach(Resident::close);
        han.close();
        yoda.close();
        server.close();
    }

    @Test
    void loseNoWordAndNoFileWhenTheServerIsKilledAndTheRelayedOneSaysThatItIsOver()
            throws Exception {
        List<Sent> files = sendFiles();
        List<String> words = new ArrayList<>(sayToAll("before"));
        yoda.desktop.talksWith(han.desktop, "by the relay");

        server.kill();
        words.addAll(sayToAll("without a server"));
        yoda.desktop.isOnce(han.desktop, PeerState.Reconnecting.class);
        han.desktop.isOnce(yoda.desktop, PeerState.Reconnecting.class);
        server.restart();
        words.addAll(sayToAll("behind"));

        for (Resident friend : friends) {
            friend.desktop.hearsFrom(yoda.desktop, words.getLast());
            yoda.desktop.hearsFrom(friend.desktop, words.getLast());
            assertThat(friend.desktop.textsFrom(yoda.desktop)).isEqualTo(words);
            assertThat(yoda.desktop.textsFrom(friend.desktop)).isEqualTo(words);
        }
        for (Sent file : files) {
            file.arrives();
        }
        theRelayedOneSaysThatItIsOverAndBeginsAnew();
    }

    /// What is said to everybody with a direct line, and by them.
    private List<String> sayToAll(String topic) {
        List<String> words = IntStream.range(0, WORDS).mapToObj(i -> topic + " " + i).toList();
        for (String word : words) {
            for (Resident friend : friends) {
                yoda.desktop.says(word, friend.desktop);
                friend.desktop.says(word, yoda.desktop);
            }
        }
        return words;
    }

    /// The server has forgotten its tickets: the line cannot come back, and a minute later the chat
    /// has ended. What was said meanwhile is told to have failed.
    private void theRelayedOneSaysThatItIsOverAndBeginsAnew() {
        String lost = yoda.desktop.says("into the void", han.desktop);

        for (PeerState over :
                List.of(
                        yoda.desktop.isOnce(han.desktop, PeerState.Ended.class),
                        han.desktop.isOnce(yoda.desktop, PeerState.Ended.class))) {
            assertThat(over).isEqualTo(new PeerState.Ended(new Ending.Lost()));
        }
        yoda.desktop.sees(han.desktop, lost, MessageState.UNDELIVERED);
        assertThat(han.desktop.textsFrom(yoda.desktop)).containsExactly("by the relay there");
        yoda.desktop.forget();
        han.desktop.forget();

        yoda.chats().open(han.desktop.name);
        yoda.desktop.isOnce(han.desktop, PeerState.Relayed.class);
        han.desktop.isOnce(yoda.desktop, PeerState.Relayed.class);
        yoda.desktop.talksWith(han.desktop, "anew");
    }

    /// A file on its way.
    private record Sent(Desktop from, Desktop to, String file, Path here, Path there) {
        void arrives() {
            to.sees(file, FileState.Done.class);
            from.sees(file, FileState.Done.class);
            assertThat(there).hasSameBinaryContentAs(here);
        }
    }

    /// One each from yoda, and one to him.
    private List<Sent> sendFiles() throws IOException {
        List<Sent> files = new ArrayList<>();
        for (Resident friend : friends.subList(0, WITH_FILES)) {
            files.add(send(yoda.desktop, friend.desktop));
        }
        files.add(send(friends.getFirst().desktop, yoda.desktop));
        for (Sent file : files) {
            file.to.sees(file.file, FileState.Running.class);
        }
        return files;
    }

    private Sent send(Desktop from, Desktop to) throws IOException {
        byte[] bytes = new byte[FILE_BYTES];
        new Random(FILE_BYTES).nextBytes(bytes);
        String name = "plan-of-" + from.name + "-for-" + to.name;
        Path here = Files.write(folder.resolve(name), bytes);
        Path inbox = Files.createDirectory(folder.resolve("inbox-" + name));
        String file = from.service.offerFile(to.name, here);
        to.sees(file, FileState.Offered.class);
        to.service.acceptFile(from.name, file, inbox);
        return new Sent(from, to, file, here, inbox.resolve(name));
    }
}
