/// Who does not want to hear from whom. Start with [parley.server.block.Blocks].
@NullMarked
package parley.server.block;

import org.jspecify.annotations.NullMarked;
