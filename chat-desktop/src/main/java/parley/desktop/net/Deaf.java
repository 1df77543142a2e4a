package parley.desktop.net;

import parley.protocol.Event;

/// Ears for a line that nobody listens to any more.
final class Deaf implements Line.Ears {
    @Override
    public void told(Event event) {}

    @Override
    public void ended(Trouble why) {}
}
