package parley.server.account;

/// A credentials file that is not taken. The message is one sentence that names file and line, and
/// never holds what stands there.
public final class BadCredentials extends Exception {
    BadCredentials(String sentence) {
        super(sentence);
    }

    BadCredentials(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
