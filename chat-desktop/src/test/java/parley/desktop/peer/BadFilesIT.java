package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.desktop.peer.disk.Chunk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A peer that does with files what no Parley does.
class BadFilesIT {
    private static final int SIZE = 200_000;

    /// Of nothing.
    private static final String SUM =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir private Path folder;
    private final Introductions server = new Introductions();
    private Desktop yoda;
    private Stranger han;
    private Path inbox;

    @BeforeEach
    void anOpenLine() throws IOException {
        yoda = new Desktop("yoda", server, folder);
        han = new Stranger("han", server, folder);
        inbox = Files.createDirectory(folder.resolve("inbox"));
        han.asks(yoda).opens();
    }

    @AfterEach
    void quit() throws IOException {
        han.close();
        yoda.close();
    }

    private void offers(String name, long size) throws IOException {
        han.says(new PeerFrame.FileOffer("f", name, size, SUM));
        yoda.sees("f", FileState.Offered.class);
    }

    private void accepts() throws IOException {
        yoda.service.acceptFile(han.name, "f", inbox);
        assertThat(han.hears()).isEqualTo(new PeerFrame.FileAccept("f", 0));
    }

    private void sends(long offset, int length) throws IOException {
        han.says(new PeerFrame.FileData("f", offset, Chunk.of(new byte[length])));
    }

    private void brokeRules() {
        assertThat(yoda.isOnce(han.name, PeerState.Ended.class))
                .isEqualTo(new PeerState.Ended(new Ending.BrokeRules()));
        yoda.close();
        assertThat(inbox).isEmptyDirectory();
    }

    @Nested
    class WhoSends {
        @Test
        void whatNobodyHasAskedForEndsIt() throws IOException {
            offers("a.txt", SIZE);
            sends(0, 10);

            brokeRules();
        }

        @Test
        void fromAnotherPlaceThanAgreedEndsIt() throws IOException {
            offers("a.txt", SIZE);
            accepts();
            sends(1, 10);

            brokeRules();
        }

        @Test
        void beyondItsEndEndsIt() throws IOException {
            offers("a.txt", 10);
            accepts();
            sends(0, 11);

            brokeRules();
        }

        @Test
        void giantPiecesEndsIt() throws IOException {
            offers("a.txt", SIZE);
            accepts();
            han.says("{\"type\":\"file-data\",\"file\":\"f\",\"offset\":0,\"length\":65537}");

            brokeRules();
        }

        @Test
        void singleBytesForLongEndsIt() throws IOException {
            offers("a.txt", SIZE);
            accepts();
            Thread flood =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    for (int at = 0; at < SIZE; at++) {
                                        sends(at, 1);
                                    }
                                } catch (IOException shutOut) {
                                    assertThat(shutOut).isNotNull();
                                }
                            });

            brokeRules();
            assertThat(flood).isNotNull();
        }

        @Test
        void anotherContentThanAnnouncedIsToldSoAndNothingIsKept() throws IOException {
            offers("a.txt", 10);
            accepts();
            sends(0, 10);

            assertThat(han.hears()).isEqualTo(new PeerFrame.FileCancel("f", CancelReason.CONTENT));
            assertThat(yoda.sees("f", FileState.Failed.class))
                    .isEqualTo(new FileState.Failed(FileFailure.WRONG_CONTENT));
            han.says(new PeerFrame.Ping());
            assertThat(han.hears()).isEqualTo(new PeerFrame.Pong());
        }

        @Test
        void onAfterTheOtherHasCancelledIsPassedOver() throws IOException {
            offers("a.txt", SIZE);
            accepts();
            sends(0, 65_536);
            yoda.service.cancelFile(han.name, "f");
            assertThat(han.hears())
                    .isEqualTo(new PeerFrame.FileCancel("f", CancelReason.CANCELLED));
            sends(65_536, 65_536);

            han.says(new PeerFrame.Ping());
            assertThat(han.hears()).isEqualTo(new PeerFrame.Pong());
        }
    }

    @Nested
    class WhoOffers {
        @Test
        void toClimbOutOfTheFolderDoesNotGetOut() throws IOException {
            offers("../../\u202ehs.x/..", 0);
            accepts();

            assertThat(han.hears()).isEqualTo(new PeerFrame.FileDone("f"));
            assertThat(yoda.sees("f", FileState.Done.class))
                    .isEqualTo(new FileState.Done(inbox.toRealPath().resolve("_.._hs.x_")));
        }

        @Test
        void moreThanThereIsRoomForIsRefused() throws IOException {
            offers("a.txt", 1L << 52);
            yoda.service.acceptFile(han.name, "f", inbox);

            assertThat(han.hears()).isEqualTo(new PeerFrame.FileCancel("f", CancelReason.NO_ROOM));
            assertThat(inbox).isEmptyDirectory();
        }

        @Test
        void withoutEndEndsIt() throws IOException {
            for (int i = 0; i <= PeerLimits.FILES; i++) {
                han.says(new PeerFrame.FileOffer("f" + i, "a.txt", 1, SUM));
            }

            brokeRules();
        }

        @Test
        void anotherFileUnderTheSameIdEndsIt() throws IOException {
            offers("a.txt", SIZE);
            han.says(new PeerFrame.FileOffer("f", "a.txt", SIZE + 1, SUM));

            brokeRules();
        }
    }

    @Nested
    class WhoIsOffered {
        private String file = "";

        @BeforeEach
        void aFile() throws IOException {
            Path plan = Files.write(folder.resolve("plan"), new byte[SIZE]);
            file = yoda.service.offerFile(han.name, plan);
            assertThat(han.hears())
                    .isInstanceOfSatisfying(
                            PeerFrame.FileOffer.class, it -> assertThat(it.size()).isEqualTo(SIZE));
        }

        @Test
        void aFileAndAcknowledgesWhatWasNotSentEndsIt() throws IOException {
            han.says(new PeerFrame.FileAck(file, 10));

            brokeRules();
        }

        @Test
        void aFileAndWantsWhatIsBeyondItEndsIt() throws IOException {
            han.says(new PeerFrame.FileAccept(file, SIZE + 1));

            brokeRules();
        }

        @Test
        void aFileAndHasItBeforeItWasSentEndsIt() throws IOException {
            han.says(new PeerFrame.FileDone(file));

            brokeRules();
        }

        @Test
        void aFileAndHasItsBeginAlreadyGetsTheRest() throws IOException {
            han.says(new PeerFrame.FileAccept(file, SIZE - 3));

            assertThat(han.hears())
                    .isEqualTo(new PeerFrame.FileData(file, SIZE - 3, Chunk.of(new byte[3])));
            han.says(new PeerFrame.FileDone(file));
            assertThat(yoda.sees(file, FileState.Done.class)).isNotNull();
        }

        @Test
        void nothingAndSpeaksOfItIsPassedOver() throws IOException {
            han.says(new PeerFrame.FileDone("nothing"));
            han.says(new PeerFrame.FileCancel("nothing", CancelReason.CANCELLED));
            han.says(new PeerFrame.FileAck("nothing", 5));
            han.says(("{\"type\":\"ping\"}\n").getBytes(StandardCharsets.UTF_8));

            assertThat(han.hears()).isEqualTo(new PeerFrame.Pong());
        }
    }
}
