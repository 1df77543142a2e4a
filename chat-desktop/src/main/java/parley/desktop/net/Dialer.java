package parley.desktop.net;

import parley.identity.Fingerprint;

import java.util.function.Consumer;

/// Makes connections to servers.
public interface Dialer {
    /// Begins to connect, without waiting.
    ///
    /// @param done hears on the loop what came of it, once; never after a cancel
    Attempt dial(ServerAddress server, Cover cover, Consumer<Dialed> done);

    /// How a connection is protected.
    enum Cover {
        /// TLS, but plain within this machine.
        USUAL,
        /// TLS, whoever it is.
        ALWAYS
    }

    /// A connection in the making.
    interface Attempt {
        void cancel();
    }

    /// What came of it.
    sealed interface Dialed {
        record Connected(Wire wire) implements Dialed {}

        record Failed(Trouble why) implements Dialed {}

        /// The key that was shown has not been accepted yet.
        record KeyUnknown(Fingerprint shown) implements Dialed {}

        record KeyChanged(Fingerprint known, Fingerprint shown) implements Dialed {}
    }
}
