package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketImpl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A socket under TLS, over one that notes each call.
class WideSocketTest {
    private final List<String> written = new ArrayList<>();
    private final WideSocket wide;

    WideSocketTest() throws IOException {
        wide = new WideSocket(new NotingSocket());
    }

    /// Writes as TLS does, each record for itself: a byte here.
    private OutputStream records() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                record("<" + (char) one + ">");
            }
        };
    }

    private void record(String record) throws IOException {
        OutputStream under = wide.getOutputStream();
        under.write(record.getBytes(StandardCharsets.US_ASCII));
        under.flush();
    }

    @Test
    void allRecordsOfOneCallGoOutInOne() throws IOException {
        wide.gathering(records()).write("abc".getBytes(StandardCharsets.US_ASCII));

        assertThat(written).containsExactly("<a><b><c>");
    }

    @Test
    void whatTlsSaysOfItsOwnAccordGoesOutAtOnce() throws IOException {
        record("<shake>");
        record("<hands>");

        assertThat(written).containsExactly("<shake>", "<hands>");
    }

    @Test
    void whatCameBeforeAFailureStillGoesOut() {
        OutputStream failing =
                new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        record("<last>");
                        throw new IOException("that was all");
                    }
                };

        assertThat(catchThrowable(() -> wide.gathering(failing).write(new byte[] {1})))
                .hasMessage("that was all");
        assertThat(written).containsExactly("<last>");
    }

    @Test
    void whatHasComeIsCountedWhetherItIsFetchedOrNot() throws IOException {
        assertThat(wide.arrived()).isEqualTo(5);
        assertThat(wide.getInputStream().read()).isEqualTo('c');
        assertThat(wide.arrived()).isEqualTo(4);
    }

    private final class NotingSocket extends Socket {
        private final InputStream in =
                new ByteArrayInputStream("comes".getBytes(StandardCharsets.US_ASCII));

        private NotingSocket() throws IOException {
            super((SocketImpl) null);
        }

        @Override
        public InputStream getInputStream() {
            return in;
        }

        @Override
        public OutputStream getOutputStream() {
            return new ByteArrayOutputStream() {
                @Override
                public synchronized void write(byte[] bytes, int from, int count) {
                    if (count > 0) {
                        written.add(new String(bytes, from, count, StandardCharsets.US_ASCII));
                    }
                }
            };
        }
    }
}
