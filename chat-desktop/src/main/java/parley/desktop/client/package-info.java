/// Everything that a desktop knows of its server and does about it, behind one door. No JavaFX
/// here. Start with [parley.desktop.client.Client].
@NullMarked
package parley.desktop.client;

import org.jspecify.annotations.NullMarked;
