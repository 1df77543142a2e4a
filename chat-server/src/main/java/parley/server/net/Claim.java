package parley.server.net;

import parley.protocol.Request;
import parley.server.account.TokenId;

import java.util.Optional;

/// With what right somebody who has shown who they are takes the place of a session that is there
/// already.
sealed interface Claim {
    /// Only where the other turns out to be dead.
    record IfDead() implements Claim {}

    /// At any rate: they have asked for it.
    record Takeover() implements Claim {}

    /// Where the other came with this very token, and so is their own ghost; else if it is dead.
    record OwnGhost(TokenId token) implements Claim {}

    static Claim of(Optional<TokenId> token, Request.Login login) {
        return login.takeover()
                ? new Takeover()
                : token.<Claim>map(OwnGhost::new).orElseGet(IfDead::new);
    }
}
