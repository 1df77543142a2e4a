package parley.desktop.peer.mapping;

import java.time.Duration;
import java.util.Optional;

/// The router in front of this computer. What it tells is a stranger's word. Each method waits as
/// long as the protocol has it, a minute at most, and ends at once where its thread is interrupted.
public interface Gateway {
    /// Looks for a router and asks it to pass a TCP port of its own on to one here.
    ///
    /// @param port where this computer listens
    /// @param lifetime what is asked for; a router may give less, or claim anything
    /// @return nothing where none answers, or each says no
    Optional<Lease> lease(int port, Duration lifetime) throws InterruptedException;

    /// A port that a router passes on for a while.
    interface Lease {
        /// Where it is reached from outside, as the router says; not checked.
        Outside outside();

        /// How long it holds, as the router says; not checked.
        Duration lifetime();

        /// The same for longer, which may lead from elsewhere.
        ///
        /// @return nothing where the router does not answer, or says no
        Optional<Lease> renewed(Duration wanted) throws InterruptedException;

        /// Gives it back; where the router does not hear of it, the lifetime ends it.
        void end() throws InterruptedException;
    }
}
