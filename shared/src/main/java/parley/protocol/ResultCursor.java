package parley.protocol;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/// The place in a search behind which its next page begins: the last message of the page before.
///
/// It names that message as its reader knows it, so that it tells nobody how much others say. On
/// the wire it is a word without meaning for clients; a checksum in it tells what was never given
/// out.
///
/// @param chat the chat as the reader names it
public record ResultCursor(Chat chat, long seq) {
    private static final int CHECKSUM = Integer.BYTES;

    /// The cursor that is written so, or nothing where that is none.
    public static Optional<ResultCursor> parse(String written) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(written);
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            int sum = buffer.getInt();
            long seq = buffer.getLong();
            String name = StandardCharsets.UTF_8.decode(buffer).toString();
            return Chat.parse(name)
                    .map(chat -> new ResultCursor(chat, seq))
                    .filter(cursor -> sum == checksum(bytes) && cursor.toString().equals(written));
        } catch (IllegalArgumentException | BufferUnderflowException noCursor) {
            return Optional.empty();
        }
    }

    private static int checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, CHECKSUM, bytes.length - CHECKSUM);
        return (int) crc.getValue();
    }

    /// The cursor as it is written on the wire.
    @Override
    public String toString() {
        byte[] name = chat.key().getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[CHECKSUM + Long.BYTES + name.length];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        buffer.position(CHECKSUM).putLong(seq).put(name);
        buffer.putInt(0, checksum(bytes));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
