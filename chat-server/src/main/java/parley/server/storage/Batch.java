package parley.server.storage;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/// The jobs of one transaction, and whether it is durable.
record Batch(List<? extends Job> jobs, @Nullable StoreUnavailable failure) {
    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    /// Tells each what became of it.
    void tell() {
        for (Job job : jobs) {
            try {
                tell(job);
            } catch (RuntimeException ours) {
                LOG.error("what was written could not be told job={}", job, ours);
            }
        }
    }

    private void tell(Job job) {
        if (failure == null) {
            job.settled();
        } else {
            job.failed(failure);
        }
    }
}
