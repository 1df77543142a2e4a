package parley.desktop.kit;

import java.net.URI;

/// Opens a link in the system's browser. The program itself asks a link's address for nothing.
@FunctionalInterface
public interface LinkOpener {
    /// Opens an `http` or `https` address; returns at once.
    void open(URI link);
}
