/// A server and its desktops in one thread and virtual time: the classes that ship play against
/// each other while connections are cut, processes killed and stores made to fail, and a witness
/// checks what is said at every border. Start with [parley.desktop.simulation.Simulation]; what is
/// replaced and what ships is told in `docs/message-delivery.md`.
@NullMarked
package parley.desktop.simulation;

import org.jspecify.annotations.NullMarked;
