package parley.server;

import parley.server.block.Block;
import parley.server.block.BlockStore;

import java.util.List;

/// Lets blocks take effect at once, and keeps none.
public final class MemoryBlockStore implements BlockStore {
    @Override
    public List<Block> inForce() {
        return List.of();
    }

    @Override
    public void keep(Block block, Runnable effect) {
        effect.run();
    }

    @Override
    public void end(Block block, Runnable effect) {
        effect.run();
    }
}
