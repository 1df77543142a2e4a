/// Plays the conversation of docs/protocol.md against a real server, so that the page stays true.
/// Begin with [parley.server.transcript.TranscriptIT]; what the block may hold is in
/// [parley.server.transcript.Transcript], how it is played in [parley.server.transcript.Player].
@NullMarked
package parley.server.transcript;

import org.jspecify.annotations.NullMarked;
