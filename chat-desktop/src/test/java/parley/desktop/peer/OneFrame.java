package parley.desktop.peer;

import parley.desktop.peer.disk.Chunk;
import parley.wire.Decoded;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// Reads one frame of what stands on a line: all before the first LF, and the raw bytes behind it.
final class OneFrame {
    private OneFrame() {}

    static Decoded<PeerFrame> decode(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        int body = Math.min(bytes.length, end + 1);
        try {
            return PeerCodec.decode(bytes, 0, end, length -> body(bytes, body, length));
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }

    private static Chunk body(byte[] bytes, int from, int length) throws EOFException {
        if (bytes.length - from < length) {
            throw new EOFException();
        }
        return Chunk.of(Arrays.copyOfRange(bytes, from, from + length));
    }
}
