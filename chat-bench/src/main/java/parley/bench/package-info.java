/// Measures a server from outside, over real sockets: how many messages a second, how late, at what
/// cost, and whether each arrived once and in order. Start with [parley.bench.Load].
@NullMarked
package parley.bench;

import org.jspecify.annotations.NullMarked;
