/// What people say to each other and to everyone: posting, hearing, and how far each has got. Start
/// with [parley.server.conversation.Conversations].
@NullMarked
package parley.server.conversation;

import org.jspecify.annotations.NullMarked;
