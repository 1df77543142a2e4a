package parley.server.storage;

/// The store's file is damaged, or the disk fails beneath it: asking again does not help.
public final class StoreDamaged extends StoreUnavailable {
    StoreDamaged(String what, Throwable cause) {
        super(what, cause);
    }

    StoreDamaged(String what) {
        super(what);
    }
}
