/// The store: one log of messages in the order of arrival, and views of it, behind the features'
/// ports. Start with [parley.server.storage.Database].
@NullMarked
package parley.server.storage;

import org.jspecify.annotations.NullMarked;
