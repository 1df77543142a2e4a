package parley.desktop.peer;

import java.util.function.Consumer;

/// Which of the two keeps the chat on disk, as each tells the other: on every new line before
/// anything else is said there, and whenever it changes. On the strand only.
final class Keeping {
    private boolean mine;
    private boolean theirs;

    /// The owner keeps what is said from now on, or no longer.
    void mine(boolean on, Consumer<PeerFrame> line) {
        if (mine != on) {
            mine = on;
            line.accept(new PeerFrame.Keep(on));
        }
    }

    /// The other side says so; true where that is new.
    boolean theirs(boolean on) {
        boolean isNew = theirs != on;
        theirs = on;
        return isNew;
    }

    /// There is a new line, perhaps to another desktop.
    void joined(Consumer<PeerFrame> line) {
        line.accept(new PeerFrame.Keep(mine));
    }

    /// The chat is over: who begins it anew says it anew.
    void over() {
        theirs = false;
    }
}
