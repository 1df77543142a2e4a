package parley.desktop.peer;

/// A file that goes, or may go, from one side of a private chat to the other, as it stands now.
///
/// @param file its id, unique within the chat
/// @param name one safe segment, without any folder; the sender's own name for it where it goes out
/// @param size in bytes
/// @param done bytes that the other side has, or that have come; while it is being prepared, bytes
///   that have been read for its checksum
/// @param bytesPerSecond over the last few seconds; 0 where nothing moves
public record FileTransfer(
        String file,
        Way way,
        String name,
        long size,
        FileState state,
        long done,
        long bytesPerSecond) {
    /// Which way it goes.
    public enum Way {
        OUT,
        IN
    }
}
