package parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;

/// A TLS 1.2 client that offers to take a session ticket must not be promised one (RFC 5077): none
/// comes, and what comes in its place is a broken handshake.
class TicketIT {
    private static final int SESSION_TICKET = 35;

    @TempDir private Path folder;

    @Test
    void noTicketIsPromised() throws Exception {
        TlsContexts tls = TlsContexts.server(Identity.ofServer(folder));
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(listening.getInetAddress(), listening.getLocalPort());
                Socket server = listening.accept()) {
            client.setSoTimeout(20_000);
            client.getOutputStream().write(clientHello());
            SSLSocket talk = tls.acceptAfter(server, (byte) server.getInputStream().read());
            Thread.startVirtualThread(() -> shakeHands(talk));

            assertThat(extensionsOfServerHello(client)).isNotEmpty().doesNotContain(SESSION_TICKET);
        }
    }

    private static void shakeHands(SSLSocket talk) {
        try {
            talk.startHandshake();
        } catch (IOException goneAsExpected) {
            assertThat(goneAsExpected).isNotNull();
        }
    }

    private static byte[] clientHello() throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(true);
        engine.setEnabledProtocols(new String[] {"TLSv1.2"});
        ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.allocate(0), hello);
        byte[] bytes = new byte[hello.flip().remaining()];
        hello.get(bytes);
        return bytes;
    }

    /// Behind the heads of record and message: version, random, session, cipher, compression.
    private static List<Integer> extensionsOfServerHello(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        in.skipNBytes(5 + 4 + 2 + 32);
        in.skipNBytes(in.readUnsignedByte());
        in.skipNBytes(2 + 1);
        int left = in.readUnsignedShort();
        List<Integer> extensions = new ArrayList<>();
        while (left > 0) {
            extensions.add(in.readUnsignedShort());
            int length = in.readUnsignedShort();
            in.skipNBytes(length);
            left -= 4 + length;
        }
        return extensions;
    }
}
