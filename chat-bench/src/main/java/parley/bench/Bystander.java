package parley.bench;

import java.io.IOException;
import java.util.Locale;

/// Accounts that take no part in a torture, for whoever wants to see how the server does.
enum Bystander {
    /// Reads.
    READER,
    /// Gives wrong passwords.
    STRANGER;

    String user() {
        return "the-" + name().toLowerCase(Locale.ROOT);
    }

    Historian signsIn(int port) throws IOException {
        return Historian.signedIn(port, user(), Correspondent.password(user()));
    }
}
