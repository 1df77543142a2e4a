package parley.desktop;

import javafx.scene.Node;

/// Something for the middle of the window.
///
/// @param write puts the cursor where one writes
/// @param retell says days anew
record Page(Node node, Runnable write, Runnable retell) {
    /// A page where one does not write.
    static Page of(Node node) {
        return new Page(node, node::requestFocus, () -> {});
    }
}
