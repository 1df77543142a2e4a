package parley.identity;

import java.io.IOException;

/// A key or certificate that can't be read, kept or used. The message is a sentence for people that
/// names the file and says what to do.
public final class IdentityException extends IOException {
    IdentityException(String message, Throwable cause) {
        super(message, cause);
    }

    IdentityException(String message) {
        super(message);
    }
}
