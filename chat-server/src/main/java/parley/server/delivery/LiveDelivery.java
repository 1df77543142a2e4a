package parley.server.delivery;

import org.jspecify.annotations.Nullable;

import parley.protocol.Event;
import parley.protocol.UserName;
import parley.wire.FrameCodec;

import java.util.Collection;

/// The delivery to sessions of this very process.
public final class LiveDelivery implements Delivery {
    private final Hearers hearers;

    public LiveDelivery(Hearers hearers) {
        this.hearers = hearers;
    }

    /// What a waiting event is replaced by: the newer one about the same.
    private sealed interface Topic {
        record Presence(UserName of) implements Topic {}

        record Receipt(UserName chat) implements Topic {}
    }

    @Override
    public void tell(UserName to, Event event) {
        hearers.of(to).ifPresent(hearer -> say(hearer, topic(event), FrameCodec.encode(event)));
    }

    @Override
    public void tellAll(Collection<UserName> to, Event event) {
        byte[] line = FrameCodec.encode(event);
        Topic topic = topic(event);
        for (UserName user : to) {
            hearers.of(user).ifPresent(hearer -> say(hearer, topic, line));
        }
    }

    private static void say(Hearer hearer, @Nullable Topic topic, byte[] line) {
        if (topic == null) {
            hearer.put(line);
        } else {
            hearer.putLatest(topic, line);
        }
        hearer.wake();
    }

    private static @Nullable Topic topic(Event event) {
        return switch (event) {
            case Event.Presence presence -> new Topic.Presence(presence.user());
            case Event.Receipt receipt -> new Topic.Receipt(receipt.chat());
            case Event.Message _,
                    Event.Presences _,
                    Event.Typing _,
                    Event.CaughtUp _,
                    Event.Ping _,
                    Event.Bye _,
                    Event.PrivateRequest _,
                    Event.PrivateReady _,
                    Event.PrivateDeclined _ ->
                    null;
        };
    }
}
