/// Private chats, straight from desktop to desktop: the server introduces, the peers talk. Start
/// with [parley.desktop.peer.PeerService], what the window asks, and
/// [parley.desktop.peer.PeerChange], what it is told; then [parley.desktop.peer.PeerFrame], what
/// goes over the wire. Nothing here knows JavaFX, and nothing said here is logged or written to
/// disk, but for files that its owner has accepted; of these start with
/// [parley.desktop.peer.Freight].
@NullMarked
package parley.desktop.peer;

import org.jspecify.annotations.NullMarked;
