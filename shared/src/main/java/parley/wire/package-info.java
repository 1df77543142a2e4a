/// Frames on a socket: how a line becomes a sentence of the protocol and back, and how lines are
/// read and written without ever waiting for a slow reader. Start with [parley.wire.FrameCodec].
@NullMarked
package parley.wire;

import org.jspecify.annotations.NullMarked;
