/// What a desktop keeps for itself: what was said, what waits to be sent, drafts, people. No JavaFX
/// here. Start with [parley.desktop.local.Entry].
@NullMarked
package parley.desktop.local;

import org.jspecify.annotations.NullMarked;
