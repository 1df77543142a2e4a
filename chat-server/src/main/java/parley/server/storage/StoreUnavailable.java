package parley.server.storage;

/// The store has failed: what was to be read is not known, what was to be written may or may not be
/// kept. Whoever asked is answered `unavailable` and may ask again.
public final class StoreUnavailable extends RuntimeException {
    public StoreUnavailable(String what, Throwable cause) {
        super(what, cause);
    }

    public StoreUnavailable(String what) {
        super(what);
    }
}
