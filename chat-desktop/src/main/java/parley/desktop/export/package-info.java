/// A chat written to a file of its owner's choice. Private chats are kept nowhere, and so never
/// written.
///
/// Start with [parley.desktop.export.ExportCard], the door, and [parley.desktop.export.Export],
/// which does it.
@NullMarked
package parley.desktop.export;

import org.jspecify.annotations.NullMarked;
