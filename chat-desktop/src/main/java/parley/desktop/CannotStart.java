package parley.desktop;

/// The desktop cannot start; the message is one sentence for people that says what to do.
final class CannotStart extends Exception {
    CannotStart(String sentence) {
        super(sentence);
    }

    CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
