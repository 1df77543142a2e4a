/// A server for one computer: what `./parley` starts when nothing answers, before the desktop
/// opens. Start with [parley.desktop.launch.LocalServer].
@NullMarked
package parley.desktop.launch;

import org.jspecify.annotations.NullMarked;
