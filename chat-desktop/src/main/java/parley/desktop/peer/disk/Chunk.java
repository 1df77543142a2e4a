package parley.desktop.peer.disk;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.function.Consumer;

/// Some bytes of a file, in an array that is lent: whoever has dealt with them releases it, so that
/// it serves again. What stands in front of them in the array is free for what goes before them on
/// a line.
///
/// Belongs to one thread at a time, as handed over.
public final class Chunk {
    private final byte[] array;
    private final int from;
    private final int length;
    private final Consumer<byte[]> lender;

    /// The bytes from here on, so many.
    ///
    /// @param lender takes the array back
    public Chunk(byte[] array, int from, int length, Consumer<byte[]> lender) {
        this.array = array;
        this.from = from;
        this.length = length;
        this.lender = lender;
    }

    /// Bytes in an array of their own.
    public static Chunk of(byte[] bytes) {
        return new Chunk(bytes, 0, bytes.length, taken -> {});
    }

    public byte[] array() {
        return array;
    }

    /// Where in the array they begin.
    public int from() {
        return from;
    }

    public int length() {
        return length;
    }

    /// Gives the array back. The chunk must not be looked at any more.
    public void release() {
        lender.accept(array);
    }

    /// The same bytes are the same chunk, wherever they stand.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Chunk that
                && Arrays.equals(
                        array, from, from + length, that.array, that.from, that.from + that.length);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(Arrays.copyOfRange(array, from, from + length));
    }

    /// Never the bytes.
    @Override
    public String toString() {
        return "Chunk[" + length + " bytes]";
    }
}
