/// A port that the router in front of this computer passes on to it, so that others find the way in
/// from outside.
///
/// Start with [parley.desktop.peer.mapping.PortMapping], which takes one, keeps it and gives it
/// back; [parley.desktop.peer.mapping.Gateway] is the router as it sees it,
/// [parley.desktop.peer.mapping.LibraryGateway] how a real one is spoken to.
@NullMarked
package parley.desktop.peer.mapping;

import org.jspecify.annotations.NullMarked;
