/// Reading what was said, page by page or by its words. Start with [parley.server.history.History]
/// and [parley.server.history.Search].
@NullMarked
package parley.server.history;

import org.jspecify.annotations.NullMarked;
