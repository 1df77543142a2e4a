/// The left side of the window: oneself, everybody else, the chats with them, and how the line to
/// the server stands.
///
/// Start with [parley.desktop.sidebar.Sidebar], the door, and
/// [parley.desktop.sidebar.SidebarActions], what it tells. Behind it `SidebarModel` has the rows,
/// `RowFaces` the words and signs of each, `ConnectionWords` those of the foot. All of it belongs
/// to the JavaFX thread.
@NullMarked
package parley.desktop.sidebar;

import org.jspecify.annotations.NullMarked;
