/// What the operator asks of a running server, through a socket in its data folder that only the
/// folder's owner can reach. Start reading at [parley.server.admin.AdminDoor].
@NullMarked
package parley.server.admin;

import org.jspecify.annotations.NullMarked;
