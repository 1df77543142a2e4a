/// Saying something to a user, wherever they are connected. Start with
/// [parley.server.delivery.Delivery].
@NullMarked
package parley.server.delivery;

import org.jspecify.annotations.NullMarked;
