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

    /// Has the server on this data folder write a backup.
    ///
    /// @param target absolute, as the server sees the disk
    /// @throws IOException where no server answers, or it could not; with a sentence
    public static void backup(Path folder, Path target) throws IOException {
        String answer = ask(folder.resolve(AdminDoor.SOCKET), AdminDoor.BACKUP + target);
        if (!answer.equals(AdminDoor.OK)) {
            throw new IOException(answer);
        }
    }

    private static String ask(Path socket, String line) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
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
