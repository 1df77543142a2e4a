package parley.server.block;

import java.util.List;

/// Where blocks last. They go through the same writer as messages, so that none is overtaken.
public interface BlockStore {
    /// All blocks in force.
    List<Block> inForce();

    /// Keeps a block. Once it is durable, and all that was accepted before it has been offered,
    /// runs the effect, and only then returns.
    void keep(Block block, Runnable effect);

    /// Ends a block, likewise.
    void end(Block block, Runnable effect);
}
