package parley.server.delivery;

import parley.protocol.Event;
import parley.protocol.UserName;

import java.util.Collection;

/// The delivery to sessions of this very process.
public final class LiveDelivery implements Delivery {
    private final Hearers hearers;

    public LiveDelivery(Hearers hearers) {
        this.hearers = hearers;
    }

    @Override
    public void tell(UserName to, Event event) {
        hearers.of(to).ifPresent(hearer -> say(hearer, Line.of(event)));
    }

    @Override
    public void tellAll(Collection<UserName> to, Event event) {
        Line line = Line.of(event);
        for (UserName user : to) {
            hearers.of(user).ifPresent(hearer -> say(hearer, line));
        }
    }

    private static void say(Hearer hearer, Line line) {
        hearer.put(line);
        hearer.wake();
    }
}
