package parley.desktop.peer;

import java.nio.file.Path;

/// How the transfer of a file stands.
public sealed interface FileState {
    /// Who did it.
    enum By {
        ME,
        OTHER
    }

    /// The owner's own file is being read for its checksum, before it can be offered.
    record Preparing() implements FileState {}

    /// Waits for a yes: the other side's where it goes out, the owner's where it comes in.
    record Offered() implements FileState {}

    /// Agreed to, and nothing moves: there is no line at the moment, or others go first.
    record Waiting() implements FileState {}

    record Running() implements FileState {}

    /// Stands still until whoever paused it lets it go on.
    record Paused(By by) implements FileState {}

    /// All bytes are there, and are being compared with what was announced.
    record Checking() implements FileState {}

    /// All of it has arrived and is what was announced.
    ///
    /// @param path where it lies on this computer
    record Done(Path path) implements FileState {}

    /// Whoever was offered it does not want it.
    record Declined() implements FileState {}

    record Cancelled(By by) implements FileState {}

    record Failed(FileFailure why) implements FileState {}

    /// Whether nothing will come of it any more.
    default boolean isOver() {
        return switch (this) {
            case Preparing _, Offered _, Waiting _, Running _, Paused _, Checking _ -> false;
            case Done _, Declined _, Cancelled _, Failed _ -> true;
        };
    }
}
