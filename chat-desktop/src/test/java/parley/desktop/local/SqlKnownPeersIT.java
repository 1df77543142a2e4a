package parley.desktop.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.desktop.net.Loop;
import parley.desktop.net.ServerAddress;
import parley.desktop.peer.Acquaintance;
import parley.desktop.peer.KnownKey;
import parley.desktop.peer.KnownPeers;
import parley.desktop.peer.Mark;
import parley.identity.Fingerprint;
import parley.protocol.UserName;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

class SqlKnownPeersIT {
    private static final UserName LUKE = UserName.of("luke");
    private static final Fingerprint ONE = new Fingerprint("a".repeat(42) + "A");
    private static final Fingerprint OTHER = new Fingerprint("b".repeat(42) + "A");
    private static final Instant NOW = Instant.parse("2026-11-22T18:54:00Z");

    @TempDir private Path folder;

    /// Does everything at once.
    private static final class AtOnce implements Loop {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void leave(Runnable effect) {
            effect.run();
        }

        @Override
        public void after(Duration time, Runnable task) {
            throw new UnsupportedOperationException("nothing here waits");
        }

        @Override
        public long nanoTime() {
            return 0;
        }
    }

    private void open(Consumer<KnownPeers> deed) throws ProfileUnusable {
        try (Profile profile = Profile.open(folder)) {
            Accounts.Account yoda =
                    new Accounts(profile.database())
                            .signedIn(
                                    ServerAddress.parse("base.example").orElseThrow(),
                                    UserName.of("yoda"),
                                    Optional.empty(),
                                    NOW);
            deed.accept(
                    new SqlKnownPeers(
                            profile.database(), yoda, new AtOnce(), InstantSource.fixed(NOW)));
            profile.database().commit();
        }
    }

    @Test
    void whatTheOwnerSaidOfAKeyIsThereTheNextTimeWithItsDay() throws Exception {
        open(known -> {
            known.welcome(LUKE, ONE);
            known.mark(LUKE, ONE, Mark.VERIFIED);
            known.remember(LUKE, OTHER);
        });

        open(known ->
                assertThat(known.keys(LUKE))
                        .containsExactly(
                                new KnownKey(
                                        ONE, Mark.VERIFIED, Optional.of(NOW), Optional.of(NOW)),
                                new KnownKey(
                                        OTHER, Mark.NONE, Optional.of(NOW), Optional.empty())));
    }

    @Test
    void aMarkAndAWelcomeDoNotUndoEachOther() throws Exception {
        open(known -> {
            known.mark(LUKE, ONE, Mark.VERIFIED);
            known.welcome(LUKE, ONE);
            known.remember(LUKE, ONE);
            known.mark(LUKE, ONE, Mark.NONE);

            assertThat(known.look(LUKE, ONE)).isEqualTo(Acquaintance.WELCOME);
            assertThat(known.keys(LUKE))
                    .containsExactly(
                            new KnownKey(ONE, Mark.NONE, Optional.of(NOW), Optional.empty()));
        });
    }
}
