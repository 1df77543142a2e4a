package parley.bench;

import parley.identity.Identity;
import parley.identity.TlsContexts;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLSocket;

/// Copies a file to a process of its own by plain Java: a loop that reads and writes 64 KiB, over
/// the same TLS as a private chat's, with Java's sockets as they are.
final class BareCopy implements AutoCloseable {
    private final Process process;
    private final int port;
    private final TlsContexts tls;
    private final Path copy;

    /// When the copy was written, and when it was on the disk.
    enum Until {
        WRITTEN,
        ON_THE_DISK
    }

    /// Starts the far end by this command.
    ///
    /// @param folder where all goes
    BareCopy(List<String> command, Path folder) throws IOException {
        copy = folder.resolve("copy");
        List<String> whole = new ArrayList<>(command);
        Path there = Files.createDirectories(folder.resolve("there"));
        whole.addAll(List.of("--identity", there.toString(), "--into", copy.toString()));
        process =
                new ProcessBuilder(whole)
                        .redirectError(Redirect.appendTo(folder.resolve("copy.log").toFile()))
                        .start();
        port = Integer.parseInt(process.inputReader().readLine());
        tls = TlsContexts.peer(Identity.ofDesktop(Files.createDirectories(folder.resolve("here"))));
    }

    /// Copies it, and tells how long that took, without the handshake.
    Duration send(Path file, Until until) throws IOException {
        try (Socket raw = new Socket(InetAddress.getLoopbackAddress(), port);
                SSLSocket talk = tls.callPeer(raw)) {
            talk.startHandshake();
            long begin = System.nanoTime();
            DataOutputStream out = new DataOutputStream(talk.getOutputStream());
            out.writeLong(Files.size(file));
            pour(file, out);
            out.writeBoolean(until == Until.ON_THE_DISK);
            if (talk.getInputStream().read() != 1) {
                throw new IOException("the copy did not arrive");
            }
            return Duration.ofNanos(System.nanoTime() - begin);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static void pour(Path file, DataOutputStream out) throws IOException {
        byte[] piece = new byte[CopyCommand.PIECE];
        try (InputStream in = Files.newInputStream(file)) {
            for (int got = in.read(piece); got > 0; got = in.read(piece)) {
                out.write(piece, 0, got);
            }
        }
    }

    @Override
    public void close() {
        ServerProcess.end(process);
    }
}
