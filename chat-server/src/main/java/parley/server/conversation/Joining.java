package parley.server.conversation;

import parley.protocol.Event;
import parley.server.delivery.Hearer;
import parley.server.delivery.Line;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A session that has signed in gets what it missed: everything undelivered, oldest first per chat,
/// page by page as its socket drains; then the receipts that moved while it was away, then
/// `caught-up`. For the one thread that leads a session in.
public final class Joining {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int PAGE = 128;

    private final Mailbox mailbox;
    private final Hearer hearer;
    private final ConversationStore store;
    private final Directory directory;
    private final Receipts receipts;

    Joining(
            Mailbox mailbox,
            Hearer hearer,
            ConversationStore store,
            Directory directory,
            Receipts receipts) {
        this.mailbox = mailbox;
        this.hearer = hearer;
        this.store = store;
        this.directory = directory;
        this.receipts = receipts;
    }

    /// Says all that was waiting; returns once it is said, or the session has ended.
    public void run() throws InterruptedException {
        while (hearer.awaitRoom(PATIENCE)) {
            if (!step()) {
                return;
            }
        }
    }

    /// Says the next page, without waiting for room; false once all is said.
    public boolean step() {
        Optional<Backlog.Stretch> next = mailbox.next(hearer);
        if (next.isPresent()) {
            say(next.get());
        } else {
            mailbox.talks().forEach(talk -> receipts.tell(mailbox.owner(), talk, hearer));
            hearer.put(Line.of(new Event.CaughtUp()));
        }
        hearer.wake();
        return next.isPresent();
    }

    private void say(Backlog.Stretch stretch) {
        Talk talk = stretch.talk();
        long after = stretch.span().after();
        long upTo = Math.min(stretch.span().upTo(), (after / PAGE + 1) * PAGE);
        List<Logged> page = store.read(talk.chat(), after, upTo);
        for (Logged message : page) {
            if (!message.from().equals(mailbox.owner())) {
                mailbox.put(hearer, talk, message.spelled(directory));
            }
        }
        mailbox.reached(hearer, talk, upTo);
    }
}
