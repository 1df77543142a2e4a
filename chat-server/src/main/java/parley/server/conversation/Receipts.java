package parley.server.conversation;

import parley.protocol.Event;
import parley.protocol.UserName;
import parley.server.block.Blocks;
import parley.server.delivery.Hearer;
import parley.server.delivery.Hearers;
import parley.server.delivery.Line;

/// Tells somebody who is online how far the other member of a chat has got; while a block stands
/// between the two it is held back. Any thread may use it.
public final class Receipts {
    private final Directory directory;
    private final Blocks blocks;
    private final Hearers hearers;

    public Receipts(Directory directory, Blocks blocks, Hearers hearers) {
        this.directory = directory;
        this.blocks = blocks;
        this.hearers = hearers;
    }

    /// Tells this member, where there is something to tell.
    void tell(UserName listener, Talk talk) {
        hearers.of(listener)
                .ifPresent(hearer -> {
                    tell(listener, talk, hearer);
                    hearer.wake();
                });
    }

    /// Tells this member on this session, where there is something to tell, and wakes nobody.
    void tell(UserName listener, Talk talk, Hearer hearer) {
        if (!talk.knows(listener)) {
            blocks.steadily(() -> {
                if (!isHeldBack(talk)) {
                    talk.receipt(listener).ifPresent(r -> hearer.put(Line.of(spelled(r))));
                }
            });
        }
    }

    private Event.Receipt spelled(Event.Receipt receipt) {
        return new Event.Receipt(
                directory.shown(receipt.chat()), receipt.delivered(), receipt.read());
    }

    /// Whether neither member is told of the other's getting on.
    boolean isHeldBack(Talk talk) {
        return blocks.between(talk.chat().low(), talk.chat().high());
    }
}
