/// Clocks beside the system's. Start with [parley.server.time.SteadyClock].
@NullMarked
package parley.server.time;

import org.jspecify.annotations.NullMarked;
