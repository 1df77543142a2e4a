package parley.desktop.simulation;

import parley.desktop.local.SteppedDisk;
import parley.protocol.Chat;
import parley.protocol.UserName;
import parley.server.conversation.Conversation;
import parley.server.conversation.Logged;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads everything back when all is quiet: the server's log against what was answered and typed,
/// and each desktop's disk against the log.
final class Verdict {
    private final Log log;
    private final Witness witness;
    private final List<Machine> machines;

    Verdict(Log log, Witness witness, List<Machine> machines) {
        this.log = log;
        this.witness = witness;
        this.machines = machines;
    }

    void check() {
        Map<String, Logged> said = said();
        witness.answered().forEach((id, seq) -> holds(said, id, seq));
        orderOfEachSender();
        Set<String> failed = new HashSet<>();
        machines.forEach(machine -> compare(machine, failed));
        for (String text : witness.kept()) {
            if (!said.containsKey(text) && !failed.contains(text)) {
                throw new Violation("what was typed is nowhere " + text);
            }
        }
        for (String text : witness.notKept()) {
            if (said.containsKey(text)) {
                throw new Violation(
                        "said although its writer was told that it was not kept " + text);
            }
        }
        witness.settled();
    }

    /// All that was said, by its text, which is its id too.
    private Map<String, Logged> said() {
        Map<String, Logged> said = new HashMap<>();
        for (Conversation chat : log.chats()) {
            long seq = 0;
            for (Log.Kept kept : log.in(chat)) {
                Logged message = kept.message();
                if (message.seq() != ++seq) {
                    throw new Violation("a gap in the history " + message);
                }
                if (said.put(message.text(), message) != null) {
                    throw new Violation("twice in the history " + message.text());
                }
            }
        }
        return said;
    }

    private static void holds(Map<String, Logged> said, String id, long seq) {
        Logged message = said.get(id);
        if (message == null || message.seq() != seq) {
            throw new Violation("acknowledged and not in the history " + id);
        }
    }

    /// What a computer has sent in a chat stands there in the order of its typing.
    private void orderOfEachSender() {
        for (Conversation chat : log.chats()) {
            Map<String, Integer> last = new HashMap<>();
            for (Log.Kept kept : log.in(chat)) {
                String text = kept.message().text();
                int dash = text.lastIndexOf('-');
                int number = Integer.parseInt(text.substring(dash + 1));
                Integer before = last.put(text.substring(0, dash), number);
                if (before != null && before >= number) {
                    throw new Violation("out of the sender's order " + text);
                }
            }
        }
    }

    private void compare(Machine machine, Set<String> failed) {
        Map<Chat, List<String>> here = new HashMap<>();
        for (SteppedDisk.Row row : machine.rows()) {
            if (row.failed()) {
                failed.add(row.text());
            } else if (row.seq() == 0) {
                throw new Violation("still waiting on " + machine.name() + ": " + row.text());
            } else {
                here.computeIfAbsent(row.chat(), chat -> new ArrayList<>())
                        .add(row.seq() + " " + row.from() + ": " + row.text());
            }
        }
        Map<Chat, List<String>> there = there(machine.user());
        if (!here.equals(there)) {
            throw new Violation(
                    "the history of " + machine.name() + " is " + here + ", not " + there);
        }
    }

    private Map<Chat, List<String>> there(UserName user) {
        Map<Chat, List<String>> there = new HashMap<>();
        for (Conversation chat : log.chats()) {
            boolean member =
                    !(chat instanceof Conversation.OfTwo two)
                            || two.low().equals(user)
                            || two.high().equals(user);
            List<String> visible =
                    log.in(chat).stream()
                            .filter(kept -> log.shows(kept, user))
                            .map(Log.Kept::message)
                            .map(m -> m.seq() + " " + m.from() + ": " + m.text())
                            .toList();
            if (member && !visible.isEmpty()) {
                there.put(chat.seenBy(user), visible);
            }
        }
        return there;
    }
}
