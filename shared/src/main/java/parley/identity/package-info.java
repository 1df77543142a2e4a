/// Who somebody is on the wire: key pairs and their files, what people compare, and TLS over them.
/// Start with [parley.identity.Identity].
@NullMarked
package parley.identity;

import org.jspecify.annotations.NullMarked;
