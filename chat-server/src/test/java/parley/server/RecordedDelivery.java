package parley.server;

import parley.protocol.Event;
import parley.protocol.UserName;
import parley.server.delivery.Delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Remembers what was said to whom, until it is asked.
public final class RecordedDelivery implements Delivery {
    private final Map<UserName, List<Event>> told = new HashMap<>();

    @Override
    public void tell(UserName to, Event event) {
        told.computeIfAbsent(to, user -> new ArrayList<>()).add(event);
    }

    @Override
    public void tellAll(Collection<UserName> to, Event event) {
        to.forEach(user -> tell(user, event));
    }

    /// What was said to this user since the last asking.
    public List<Event> heardBy(UserName user) {
        List<Event> heard = told.remove(user);
        return heard == null ? List.of() : heard;
    }

    /// Forgets all.
    public void forget() {
        told.clear();
    }
}
