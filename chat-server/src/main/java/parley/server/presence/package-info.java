/// Who is there, who was, and who may see it. Start with [parley.server.presence.Presences].
@NullMarked
package parley.server.presence;

import org.jspecify.annotations.NullMarked;
