package parley.bench;

import parley.identity.Identity;
import parley.identity.TlsContexts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.DataInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import javax.net.ssl.SSLSocket;

/// The far end of a bare copy, as a process of its own: what a desktop's files are measured by.
@Command(
        name = "copy",
        mixinStandardHelpOptions = true,
        hidden = true,
        description =
                "Takes files over TLS on loopback, and writes them into one, each over the one"
                        + " before. It says its port, and lives until its standard input ends.")
final class CopyCommand implements Callable<Integer> {
    static final int PIECE = 64 * 1024;

    @Option(names = "--identity", required = true, description = "the folder of its key")
    private Path identity = Path.of("");

    @Option(names = "--into", required = true, description = "where it writes")
    private Path into = Path.of("");

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        TlsContexts tls = TlsContexts.peer(Identity.ofDesktop(identity));
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(door.getLocalPort());
            out.flush();
            Thread.ofPlatform().daemon().start(() -> serve(door, tls));
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        return 0;
    }

    private void serve(ServerSocket door, TlsContexts tls) {
        try {
            while (true) {
                try (Socket raw = door.accept();
                        SSLSocket talk = tls.acceptPeer(raw)) {
                    take(talk);
                }
            }
        } catch (IOException closed) {
            assert door.isClosed() : closed;
        }
    }

    /// Its length, and its bytes; answered by one byte once they are written.
    private void take(SSLSocket talk) throws IOException {
        DataInputStream in = new DataInputStream(talk.getInputStream());
        long left = in.readLong();
        byte[] piece = new byte[PIECE];
        try (FileOutputStream file = new FileOutputStream(into.toFile())) {
            while (left > 0) {
                int got = in.read(piece, 0, (int) Math.min(PIECE, left));
                if (got < 0) {
                    throw new IOException("cut short");
                }
                file.write(piece, 0, got);
                left -= got;
            }
            if (in.readBoolean()) {
                file.getFD().sync();
            }
        }
        talk.getOutputStream().write(1);
    }
}
