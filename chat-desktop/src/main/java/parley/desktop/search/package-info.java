/// Looking for what was said: a page in the middle of the window.
///
/// Start with [parley.desktop.search.SearchView], the door.
@NullMarked
package parley.desktop.search;

import org.jspecify.annotations.NullMarked;
