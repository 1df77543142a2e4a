package parley.desktop.peer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;

/// A connected socket for TLS to be laid over. Java's TLS asks the system twice for each record of
/// 16 KiB that it reads, and once for each that it writes; this one asks for several together,
/// which is a tenth of what a file costs.
///
/// As a socket, any thread may use it; one reads, and one writes into [#gathering].
final class WideSocket extends Socket {
    private static final int WIDTH = 128 * 1024;

    private final Socket raw;
    private final InputStream in;
    private final Gathered gathered;

    /// @param raw what is connected already: the TCP socket, or the TLS towards the relay
    WideSocket(Socket raw) throws IOException {
        super((SocketImpl) null);
        this.raw = raw;
        this.in = new BufferedInputStream(raw.getInputStream(), WIDTH);
        this.gathered = new Gathered(raw.getOutputStream());
    }

    /// Bytes that have come and wait to be read, coded as they are.
    ///
    /// @throws IOException where the socket is closed
    int arrived() throws IOException {
        return in.available();
    }

    /// Where to write so that all records of one call go out in one.
    ///
    /// @param talk what TLS, laid over this socket, offers
    OutputStream gathering(OutputStream talk) {
        return new FilterOutputStream(talk) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                gathered.hold();
                try {
                    talk.write(bytes, from, count);
                } finally {
                    gathered.release();
                }
            }
        };
    }

    /// What TLS writes: at once, but for what it writes of its own accord or for us while it is
    /// held, which goes when it is released.
    private static final class Gathered extends ByteArrayOutputStream {
        private final OutputStream to;
        private boolean held;

        private Gathered(OutputStream to) {
            this.to = to;
        }

        private synchronized void hold() {
            held = true;
        }

        private synchronized void release() throws IOException {
            held = false;
            flush();
        }

        @Override
        public synchronized void flush() throws IOException {
            if (!held && size() > 0) {
                writeTo(to);
                reset();
            }
        }
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        return gathered;
    }

    // ---- all else is the connected one's

    @Override
    public InetAddress getInetAddress() {
        return raw.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return raw.getLocalAddress();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return raw.getRemoteSocketAddress();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return raw.getLocalSocketAddress();
    }

    @Override
    public int getPort() {
        return raw.getPort();
    }

    @Override
    public int getLocalPort() {
        return raw.getLocalPort();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        raw.setTcpNoDelay(on);
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return raw.getSoTimeout();
    }

    @Override
    public void setSoTimeout(int milliseconds) throws SocketException {
        raw.setSoTimeout(milliseconds);
    }

    @Override
    public boolean isConnected() {
        return raw.isConnected();
    }

    @Override
    public boolean isBound() {
        return raw.isBound();
    }

    @Override
    public boolean isClosed() {
        return raw.isClosed();
    }

    @Override
    public boolean isInputShutdown() {
        return raw.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return raw.isOutputShutdown();
    }

    @Override
    public void shutdownInput() throws IOException {
        raw.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        raw.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }
}
