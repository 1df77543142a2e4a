package parley.server.net;

import parley.protocol.Request;

import java.time.Duration;

/// `--timeout`: when a user has been without a request for so long that they are signed out.
///
/// Times are nanoseconds of a monotonic clock. A value.
///
/// @param timeout zero for never
public record IdleRule(Duration timeout) {
    /// Whether this request, where it was not refused, shows that its user is at work. Notices do
    /// not, but for `active`.
    public static boolean isWork(Request request) {
        return switch (request) {
            case Request.Ping(),
                    Request.Pong(),
                    Request.Delivered _,
                    Request.Read _,
                    Request.Typing _ ->
                    false;
            case Request.Login _,
                    Request.Logout _,
                    Request.Active(),
                    Request.Message _,
                    Request.Broadcast _,
                    Request.SetStatus _,
                    Request.Who _,
                    Request.Block _,
                    Request.Unblock _,
                    Request.Blocks _,
                    Request.Chats _,
                    Request.History _,
                    Request.Search _,
                    Request.Private _,
                    Request.PrivateAccept _,
                    Request.PrivateDecline _,
                    Request.PrivateCancel _,
                    Request.Relay _ ->
                    true;
        };
    }

    /// Whether somebody who was last at work then is to be signed out now.
    public boolean isOver(long lastWork, long now) {
        return !timeout.isZero() && now - lastWork >= timeout.toNanos();
    }
}
