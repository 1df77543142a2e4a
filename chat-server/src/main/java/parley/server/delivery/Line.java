package parley.server.delivery;

import org.jspecify.annotations.Nullable;

import parley.protocol.Event;
import parley.protocol.UserName;
import parley.wire.FrameCodec;

/// An event as it goes out, encoded once for whoever hears it.
///
/// @param bytes not to be changed
/// @param topic what it tells the latest of, so that it may take the place of an older line that
///   still waits; null where each line counts
public record Line(byte[] bytes, @Nullable Object topic) {
    private record PresenceOf(UserName user) {}

    private record ReceiptOf(UserName chat) {}

    /// The line of this event.
    public static Line of(Event event) {
        return new Line(FrameCodec.encode(event), topic(event));
    }

    private static @Nullable Object topic(Event event) {
        return switch (event) {
            case Event.Presence presence -> new PresenceOf(presence.user());
            case Event.Receipt receipt -> new ReceiptOf(receipt.chat());
            case Event.Message _,
                    Event.Presences _,
                    Event.Typing _,
                    Event.CaughtUp _,
                    Event.Ping _,
                    Event.Bye _,
                    Event.PrivateRequest _,
                    Event.PrivateReady _,
                    Event.PrivateDeclined _,
                    Event.RelayWanted _ ->
                    null;
        };
    }
}
