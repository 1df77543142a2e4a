/// Connections and what is said on them. Start with [parley.server.net.Arrivals], which serves one
/// connection from its first line to its last.
@NullMarked
package parley.server.net;

import org.jspecify.annotations.NullMarked;
