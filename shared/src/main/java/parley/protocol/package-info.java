/// The protocol's vocabulary: what a client asks, what the server answers, and what it tells
/// unasked, one record per sentence of `docs/protocol.md`. Start with [parley.protocol.Request].
@NullMarked
package parley.protocol;

import org.jspecify.annotations.NullMarked;
