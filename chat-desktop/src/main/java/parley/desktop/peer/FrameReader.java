package parley.desktop.peer;

import parley.desktop.peer.disk.Chunk;
import parley.wire.Decoded;
import parley.wire.LineReader;

import java.io.IOException;

/// Cuts what comes on a line into frames, a piece of a file being its line and the raw bytes behind
/// it, within what a peer may say. What goes on with a file costs nothing of that: it has bounds of
/// its own, which [Freight] watches over.
///
/// Serves the one thread that reads the line. The chunks may be released by any.
final class FrameReader {
    private final LineReader lines;
    private final Strand strand;
    private final FrameBudget budget;

    /// What comes next.
    sealed interface Next {
        record Frame(PeerFrame frame) implements Next {}

        record End() implements Next {}

        /// What no Parley says, or too much of it.
        record Nonsense() implements Next {}
    }

    FrameReader(LineReader lines, Strand strand) {
        this.lines = lines;
        this.strand = strand;
        this.budget = new FrameBudget(strand.nanos());
    }

    /// Waits for it.
    ///
    /// @throws IOException where the line breaks, in the middle of raw bytes too
    Next next() throws IOException {
        return switch (lines.next()) {
            case END -> new Next.End();
            case TOO_LONG -> new Next.Nonsense();
            case LINE -> frame(lines.length());
        };
    }

    private Next frame(int length) throws IOException {
        return switch (PeerCodec.decode(lines.buffer(), lines.from(), length, this::body)) {
            case Decoded.Frame<PeerFrame>(PeerFrame frame) when fits(frame, length) ->
                    new Next.Frame(frame);
            case Decoded.Frame<PeerFrame> _, Decoded.Broken<PeerFrame> _ -> new Next.Nonsense();
        };
    }

    private boolean fits(PeerFrame frame, int length) {
        return frame instanceof PeerFrame.FileData
                || frame instanceof PeerFrame.FileAck
                || budget.takes(length, strand.nanos());
    }

    private Chunk body(int length) throws IOException {
        Chunk chunk =
                length < PeerLimits.FILE_CHUNK
                        ? Chunk.of(new byte[length])
                        : Spare.OF_ALL.lend(length);
        lines.readFully(chunk.array(), chunk.from(), length);
        return chunk;
    }
}
