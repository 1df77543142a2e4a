/// All that the screens show, as JavaFX properties, and the one door through which it changes.
///
/// Start with [parley.desktop.state.ClientState], then [parley.desktop.state.EventApplier], which
/// brings what background threads tell to the JavaFX thread. But for that door everything here
/// belongs to the JavaFX thread; nothing here has a node or draws.
@NullMarked
package parley.desktop.state;

import org.jspecify.annotations.NullMarked;
