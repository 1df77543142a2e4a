/// The server. Start with `ChatServer`, which builds it from its parts.
@NullMarked
package parley.server;

import org.jspecify.annotations.NullMarked;
