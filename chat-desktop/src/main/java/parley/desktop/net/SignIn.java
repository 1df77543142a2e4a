package parley.desktop.net;

import parley.protocol.Request.Proof;

/// How somebody wants to sign in.
///
/// @param user the name as typed
/// @param keep whether the desktop shall sign in by itself next time, by a token and never by the
///   password
/// @param takeover whether a session elsewhere shall end for this one
public record SignIn(
        ServerAddress server, String user, Proof proof, boolean keep, boolean takeover) {
    /// A sign-in by password, kept nowhere, that takes nothing over.
    public static SignIn byPassword(ServerAddress server, String user, String password) {
        return new SignIn(server, user, new Proof.Password(password), false, false);
    }

    /// The same, remembered for the next start.
    public SignIn kept() {
        return new SignIn(server, user, proof, true, takeover);
    }

    /// The same, ending a session elsewhere.
    public SignIn takingOver() {
        return new SignIn(server, user, proof, keep, true);
    }
}
