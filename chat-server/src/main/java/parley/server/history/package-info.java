/// Reading what was said. Start with [parley.server.history.History].
@NullMarked
package parley.server.history;

import org.jspecify.annotations.NullMarked;
