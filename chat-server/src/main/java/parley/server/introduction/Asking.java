package parley.server.introduction;

import parley.protocol.UserName;

/// A request for a private chat that waits for its answer.
///
/// @param deadline in nanoseconds of a monotonic clock
record Asking(String session, UserName asker, UserName asked, Offer offer, long deadline) {
    boolean isBetween(UserName one, UserName other) {
        return isOf(one) && isOf(other) && !one.equals(other);
    }

    boolean isOf(UserName user) {
        return asker.equals(user) || asked.equals(user);
    }

    UserName other(UserName user) {
        return asker.equals(user) ? asked : asker;
    }

    Asking with(Offer newer) {
        return new Asking(session, asker, asked, newer, deadline);
    }
}
