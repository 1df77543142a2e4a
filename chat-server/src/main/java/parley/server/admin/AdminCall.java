package parley.server.admin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// What an operator's command says to a running server.
public final class AdminCall {
    private AdminCall() {}

    /// Whether a server runs on this data folder, and takes commands.
    public static boolean answers(Path folder) {
        try (SocketChannel channel = open(folder)) {
            return channel.isConnected();
        } catch (IOException | UnsupportedOperationException nobody) {
            return false;
        }
    }

    private static SocketChannel open(Path folder) throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve(AdminDoor.SOCKET)));
    }

    /// Has the server on this data folder write a backup.
    ///
    /// @param target absolute, as the server sees the disk
    /// @throws IOException where no server answers, or it could not; with a sentence
    public static void backup(Path folder, Path target) throws IOException {
        String answer = ask(folder, AdminDoor.BACKUP + target);
        if (!answer.equals(AdminDoor.OK)) {
            throw new IOException(answer);
        }
    }

    private static String ask(Path folder, String line) throws IOException {
        try (SocketChannel channel = open(folder);
                Writer asked = Channels.newWriter(channel, StandardCharsets.UTF_8);
                BufferedReader answer =
                        new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
            asked.write(line + "\n");
            asked.flush();
            String said = answer.readLine();
            return said == null ? "The server ended in the middle of it." : said;
        }
    }
}
