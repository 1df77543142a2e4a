package parley.desktop.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.desktop.net.ServerAddress;
import parley.desktop.peer.MessageState;
import parley.desktop.peer.PeerMessage;
import parley.protocol.UserName;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class SqlKeptChatsIT {
    private static final UserName LUKE = UserName.of("Luke");
    private static final UserName LEIA = UserName.of("leia");
    private static final Instant SINCE = Instant.ofEpochSecond(1_000);
    private static final String SECRET = "The plans are behind the blue lamp";

    @TempDir private Path folder;
    private Profile profile;
    private SqlKeptChats kept;

    @BeforeEach
    void opened() throws Exception {
        profile = Profile.open(folder);
        kept = new SqlKeptChats(profile.database(), account());
    }

    private Accounts.Account account() {
        return new Accounts(profile.database())
                .signedIn(
                        new ServerAddress("rebel-base.local", 7331),
                        UserName.of("yoda"),
                        Optional.empty(),
                        SINCE);
    }

    @AfterEach
    void closed() {
        profile.close();
    }

    private static PeerMessage message(String id, String text) {
        return new PeerMessage(id, text, SINCE.plusSeconds(60));
    }

    private static KeptWord heard(String id, String text) {
        return new KeptWord.Heard(message(id, text));
    }

    private static KeptWord said(String id, String text, MessageState state) {
        return new KeptWord.Said(message(id, text), state);
    }

    @Test
    void whatIsSaidIsThereAtTheNextStartInItsOrder() throws Exception {
        kept.keep(LUKE, SINCE);
        kept.add(LUKE, heard("a", "Where is it?"));
        kept.add(LUKE, said("b", SECRET, MessageState.WAITING));
        kept.moved(LUKE, "b", MessageState.READ);
        profile.database().commit();
        profile.close();
        opened();

        assertThat(kept.all())
                .containsExactly(
                        new KeptChat(
                                LUKE,
                                SINCE,
                                List.of(
                                        heard("a", "Where is it?"),
                                        said("b", SECRET, MessageState.READ))));
    }

    @Test
    void whatWasOnItsWayWhenTheDesktopStoppedDidNotArrive() {
        kept.keep(LUKE, SINCE);
        kept.add(LUKE, said("a", "first", MessageState.WAITING));
        kept.add(LUKE, said("b", "second", MessageState.SENT));

        assertThat(kept.all().getFirst().words())
                .containsExactly(
                        said("a", "first", MessageState.UNDELIVERED),
                        said("b", "second", MessageState.UNDELIVERED));
    }

    @Test
    void nothingIsWrittenOfAChatThatIsNotKept() {
        kept.keep(LUKE, SINCE);
        kept.add(LEIA, heard("a", SECRET));
        kept.moved(LEIA, "a", MessageState.READ);
        profile.database().commit();

        assertThat(kept.all()).containsExactly(new KeptChat(LUKE, SINCE, List.of()));
        assertThat(onDisk(SECRET)).isFalse();
    }

    @Test
    void whatTheOtherSaidIsNotTakenForOnesOwnOfTheSameId() {
        kept.keep(LUKE, SINCE);
        kept.add(LUKE, heard("a", "theirs"));
        kept.moved(LUKE, "a", MessageState.READ);
        kept.discard(LUKE, "a");

        assertThat(kept.all().getFirst().words()).containsExactly(heard("a", "theirs"));
    }

    @Test
    void whatIsDeletedIsInNoByteOfTheFilesAnyMore() {
        kept.keep(LUKE, SINCE);
        kept.keep(LEIA, SINCE);
        for (int i = 0; i < 500; i++) {
            kept.add(LUKE, heard("a" + i, SECRET + " and the mill " + i));
            kept.add(LEIA, heard("b" + i, "Bring it to the bridge"));
        }
        profile.database().commit();
        assertThat(onDisk(SECRET)).isTrue();

        kept.delete(LUKE);

        assertThat(onDisk(SECRET)).isFalse();
        assertThat(onDisk("Bring it to the bridge")).isTrue();
        assertThat(kept.all()).extracting(KeptChat::person).containsExactly(LEIA);
    }

    @Test
    void aMessageThatIsGivenUpIsGone() {
        kept.keep(LUKE, SINCE);
        kept.add(LUKE, said("a", SECRET, MessageState.UNDELIVERED));
        profile.database().commit();

        kept.discard(LUKE, "a");

        assertThat(onDisk(SECRET)).isFalse();
    }

    private boolean onDisk(String words) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).anyMatch(file -> holds(file, words));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static boolean holds(Path file, String words) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(words);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
