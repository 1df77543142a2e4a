package parley.server.storage;

/// The store has failed: what was to be read is not known, what was to be written may or may not be
/// kept. Whoever asked is answered `unavailable` and may ask again.
public sealed class StoreUnavailable extends RuntimeException permits StoreDamaged {
    public StoreUnavailable(String what, Throwable cause) {
        super(what, cause);
    }

    public StoreUnavailable(String what) {
        super(what);
    }
}
