package parley.server;

/// The server cannot start, for a reason that its operator can mend. The message is the one
/// sentence that they read, and says what to do.
public final class CannotStart extends Exception {
    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
