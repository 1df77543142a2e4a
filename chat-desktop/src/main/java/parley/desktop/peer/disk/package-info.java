/// The disk's side of files in private chats: reading what goes out, writing what comes in. Start
/// with [parley.desktop.peer.disk.PartFile], which is where another's bytes become a file. Nothing
/// here knows of peers, lines or the strand; all but names and chunks waits for the disk.
@NullMarked
package parley.desktop.peer.disk;

import org.jspecify.annotations.NullMarked;
