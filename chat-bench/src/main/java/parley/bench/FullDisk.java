package parley.bench;

import parley.protocol.Chat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// A disk that fills up under the server, and has room again: posts must be refused while it is
/// full, history and search must answer, and writing must go on by itself afterwards.
///
/// The server's data lies on a small disk in memory, which takes the right to mount one.
final class FullDisk implements Nemesis {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(10);
    private static final int MOST_REFUSALS = 20;
    private static final int ANSWERS_AFTERWARDS = 200;
    private static final byte[] STONE = new byte[1 << 12];

    private final int mebibytes;
    private Path data = Path.of("");
    private boolean mounted;
    private int times;
    private long refusals;

    /// @param mebibytes how large the disk is
    FullDisk(int mebibytes) {
        this.mebibytes = mebibytes;
    }

    @Override
    public void begin(Path folder) throws IOException, InterruptedException {
        try {
            Command.run(
                    "mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", "" + folder);
        } catch (IOException refused) {
            throw new NotHere(
                    "A small disk cannot be mounted here; be root, or use unshare -rm. "
                            + refused.getMessage());
        }
        data = folder;
        mounted = true;
    }

    @Override
    public void strike(Scene scene) throws IOException, InterruptedException {
        long before = scene.progress().refusals();
        try (Historian reader = Bystander.READER.signsIn(scene.server().port())) {
            fillUntilRefused(scene, before + 1 + scene.dice().nextInt(MOST_REFUSALS));
            reads(reader, scene.findings());
        } finally {
            Files.deleteIfExists(ballast());
        }
        times++;
        refusals += scene.progress().refusals() - before;
        if (!scene.progress().awaitMore(ANSWERS_AFTERWARDS, PATIENCE)) {
            scene.findings().add("nothing is written although the disk has room again");
        }
    }

    private Path ballast() {
        return data.resolve("ballast");
    }

    /// Fills whatever room there is, also what the server gives up meanwhile.
    private void fillUntilRefused(Scene scene, long goal) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (scene.progress().refusals() < goal && scene.findings().isEmpty()) {
            fill();
            LockSupport.parkNanos(GLANCE.toNanos());
            if (System.nanoTime() > deadline) {
                scene.findings().add("posts are not refused although the disk is full");
            }
        }
    }

    private void fill() throws IOException {
        try (OutputStream out =
                Files.newOutputStream(
                        ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (Files.getFileStore(data).getUsableSpace() > 0) {
                out.write(STONE);
            }
        } catch (IOException full) {
            if (Files.getFileStore(data).getUsableSpace() > 0) {
                throw full;
            }
        }
    }

    private static void reads(Historian reader, Findings findings) {
        try {
            reader.latest(Chat.EVERYONE);
            reader.search("Jedi");
        } catch (IOException deaf) {
            findings.add("the history is not answered while the disk is full: %s", deaf);
        }
    }

    @Override
    public String figures() {
        return "%,d times the disk was full, with %,d refusals".formatted(times, refusals);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (mounted) {
            Command.run("umount", data.toString());
            mounted = false;
        }
    }
}
