/// Who was online lately: a page in the middle of the window.
///
/// Start with [parley.desktop.visitors.VisitorsView], the door.
@NullMarked
package parley.desktop.visitors;

import org.jspecify.annotations.NullMarked;
