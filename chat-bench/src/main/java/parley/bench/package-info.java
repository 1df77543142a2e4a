/// Measures a server from outside, over real sockets: how many messages a second, how late, at what
/// cost, and whether each arrived once and in order; and tortures it, to see whether that still
/// holds. [parley.bench.Soak] measures a desktop beside it, and whether the two grow. Start with
/// [parley.bench.Load] and [parley.bench.Torture].
@NullMarked
package parley.bench;

import org.jspecify.annotations.NullMarked;
