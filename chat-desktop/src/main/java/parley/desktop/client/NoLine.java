package parley.desktop.client;

import java.io.IOException;

/// There is no line to the server, or it broke before the answer came.
public final class NoLine extends IOException {
    /// Without a cause: the link's state says why.
    public NoLine() {
        super("no line to the server");
    }
}
