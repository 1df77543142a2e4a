package parley.bench;

import org.jspecify.annotations.Nullable;

import parley.protocol.Chat;
import parley.protocol.ChatMessage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What one user sent, was answered and received, over all connections, and what is wrong with it
/// at first sight. Any thread may use it.
final class Diary {
    private final String user;
    private final Findings findings;
    private final Map<String, Letter> letters = new LinkedHashMap<>();
    private final Map<String, Letter> unanswered = new LinkedHashMap<>();
    private final Map<String, Long> firstAsked = new HashMap<>();
    private final Set<String> askedAgain = new HashSet<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<Chat, TreeMap<Long, ChatMessage>> received = new HashMap<>();
    private String log = "";
    private long repeats;
    private boolean refused;

    /// What became of a letter.
    sealed interface Answer {
        /// When it was heard, by the monotonic clock.
        long nanos();

        record Sent(long seq, Instant time, long nanos) implements Answer {}

        record Refused(long nanos) implements Answer {}
    }

    Diary(String user, Findings findings) {
        this.user = user;
        this.findings = findings;
    }

    String user() {
        return user;
    }

    /// Notes the name of the store, which must stay the same.
    synchronized void welcomed(String name) {
        if (!log.isEmpty() && !log.equals(name)) {
            findings.add("%s was welcomed to another log", user);
        }
        log = name;
    }

    /// Notes that this letter goes out now, for the first time or again.
    synchronized void asks(Letter letter) {
        letters.put(letter.id(), letter);
        unanswered.put(letter.id(), letter);
        if (firstAsked.putIfAbsent(letter.id(), System.nanoTime()) != null) {
            askedAgain.add(letter.id());
        }
    }

    /// Notes an answer. An id has one only, however often it was asked for; but what was refused
    /// for a block may be taken when it is asked for again.
    synchronized void answered(String id, Answer answer) {
        unanswered.remove(id);
        refused |= answer instanceof Answer.Refused;
        Answer before = answers.putIfAbsent(id, answer);
        if (!letters.containsKey(id)) {
            findings.add("%s was answered for %s, which it never sent", user, id);
        } else if (before != null) {
            answeredAgain(id, before, answer);
        }
    }

    /// Notes that the outcome of some letter is unknown, says the server; it is asked for again.
    synchronized void unknown() {
        refused = true;
    }

    private void answeredAgain(String id, Answer before, Answer now) {
        boolean fits =
                switch (before) {
                    case Answer.Sent(long seq, Instant time, long _) ->
                            now instanceof Answer.Sent again
                                    ? seq == again.seq() && time.equals(again.time())
                                    : askedAgain.contains(id);
                    case Answer.Refused _ -> askedAgain.contains(id);
                };
        if (!fits) {
            findings.add("%s was answered twice for %s: %s, then %s", user, id, before, now);
        }
        if (before instanceof Answer.Refused) {
            answers.put(id, now);
        }
    }

    /// Notes a message that came. One that is there already must be the same; a new one of a chat
    /// of two stands behind all that came before. What was said to everyone is not sent again: a
    /// connection that was taken over may have some of it under way still, which is read late.
    ///
    /// @return whether it is new
    synchronized boolean received(ChatMessage message) {
        TreeMap<Long, ChatMessage> chat =
                received.computeIfAbsent(message.chat(), _ -> new TreeMap<>());
        ChatMessage before = chat.get(message.seq());
        if (before != null) {
            repeats++;
            if (!before.equals(message)) {
                findings.add("%s received %s, then %s", user, shown(before), shown(message));
            }
            return false;
        }
        if (message.chat() instanceof Chat.With
                && !chat.isEmpty()
                && chat.lastKey() > message.seq()) {
            findings.add("%s received %s behind %d", user, shown(message), chat.lastKey());
        }
        chat.put(message.seq(), message);
        return true;
    }

    static String shown(ChatMessage message) {
        return message.chat() + "/" + message.seq() + " «" + idIn(message) + "»";
    }

    /// The id that its sender wrote into its text.
    static String idIn(ChatMessage message) {
        int end = message.text().indexOf(' ');
        return end < 0 ? message.text() : message.text().substring(0, end);
    }

    /// What is to be asked again, in the order that it was written in.
    synchronized List<Letter> unanswered() {
        return List.copyOf(unanswered.values());
    }

    synchronized List<Letter> letters() {
        return List.copyOf(letters.values());
    }

    synchronized @Nullable Answer answer(Letter letter) {
        return answers.get(letter.id());
    }

    /// The places of all letters to this chat that were acknowledged.
    synchronized List<Long> acknowledgedIn(Chat chat) {
        List<Long> seqs = new ArrayList<>();
        for (Letter letter : letters.values()) {
            if (letter.to().equals(chat) && answers.get(letter.id()) instanceof Answer.Sent sent) {
                seqs.add(sent.seq());
            }
        }
        return seqs;
    }

    synchronized int askedAgain() {
        return askedAgain.size();
    }

    synchronized long firstAsked(Letter letter) {
        return firstAsked.getOrDefault(letter.id(), Long.MAX_VALUE);
    }

    synchronized boolean wasAskedAgain(Letter letter) {
        return askedAgain.contains(letter.id());
    }

    synchronized boolean wasEverRefused() {
        return refused;
    }

    /// What came in this chat, in the order of `seq`.
    synchronized List<ChatMessage> receivedIn(Chat chat) {
        return new ArrayList<>(received.getOrDefault(chat, new TreeMap<>()).values());
    }

    synchronized boolean hasReceived(Chat chat, long seq) {
        return received.getOrDefault(chat, new TreeMap<>()).containsKey(seq);
    }

    /// How often something came that was there already.
    synchronized long repeats() {
        return repeats;
    }
}
