package parley.bench;

import org.jspecify.annotations.Nullable;

import parley.bench.Diary.Answer;
import parley.protocol.Chat;
import parley.protocol.ChatMessage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Compares what users wrote down with the histories that they read back afterwards.
///
/// A history holds each acknowledged letter once, at the place and time that were answered, and no
/// refused one; one without an answer may be there, but once. The members of a chat read the same,
/// 1, 2, 3 … without a gap; each sender's letters stand in the order that they were written in.
/// What was received is what stands there.
final class Checker {
    private final Map<String, Diary> diaries = new HashMap<>();
    private final Findings findings;

    Checker(List<Diary> all, Findings findings) {
        all.forEach(diary -> diaries.put(diary.user(), diary));
        this.findings = findings;
    }

    private Diary diary(String user) {
        Diary diary = diaries.get(user);
        if (diary == null) {
            throw new IllegalStateException("nobody is called " + user);
        }
        return diary;
    }

    /// Checks the chat of two, as either read it.
    void checkChat(Copy one, Copy other) {
        isWithoutGap(one);
        if (!withoutIds(one).equals(withoutIds(other))) {
            findings.add("%s and %s differ", one, other);
        }
        check(one);
        check(other);
        isAllReceived(one);
        isAllReceived(other);
    }

    /// Checks what was said to everyone. Each reader may miss some, who said it never.
    void checkEveryone(List<Copy> copies) {
        TreeMap<Long, ChatMessage> all = new TreeMap<>();
        for (Copy copy : copies) {
            for (ChatMessage message : copy.messages()) {
                ChatMessage before = all.putIfAbsent(message.seq(), message.withoutId());
                if (before != null && !before.equals(message.withoutId())) {
                    findings.add("%s holds %s in another way", copy, Diary.shown(message));
                }
            }
            check(copy);
            if (!new HashSet<>(copy.messages())
                    .containsAll(diary(copy.reader()).receivedIn(Chat.EVERYONE))) {
                findings.add("%s is not what %s received", copy, copy.reader());
            }
        }
        isWithoutGap(new Copy("all together", Chat.EVERYONE, List.copyOf(all.values())));
    }

    /// Checks that nothing of a user's got past a block.
    void checkBlock(Copy copy, Blockings blockings) {
        Diary sender = diary(blockings.blocked());
        Map<String, Letter> covered = new HashMap<>();
        for (Letter letter : sender.letters()) {
            if (isCovered(sender, letter, blockings)) {
                covered.put(letter.id(), letter);
            }
        }
        for (ChatMessage message : copy.messages()) {
            if (covered.containsKey(Diary.idIn(message))) {
                findings.add("%s holds blocked %s", copy, Diary.shown(message));
            }
        }
    }

    private static boolean isCovered(Diary sender, Letter letter, Blockings blockings) {
        Answer answer = sender.answer(letter);
        return answer != null && blockings.cover(sender.firstAsked(letter), answer.nanos());
    }

    private static List<ChatMessage> withoutIds(Copy copy) {
        return copy.messages().stream()
                .map(message ->
                        new ChatMessage(
                                Chat.EVERYONE,
                                message.from(),
                                message.seq(),
                                message.text(),
                                message.time(),
                                ""))
                .toList();
    }

    private void isWithoutGap(Copy copy) {
        Instant time = Instant.MIN;
        long seq = 0;
        for (ChatMessage message : copy.messages()) {
            seq++;
            if (message.seq() != seq) {
                findings.add("%s has %s in place of %d", copy, Diary.shown(message), seq);
                return;
            }
            if (message.time().isBefore(time)) {
                findings.add("%s is younger than %s", copy, Diary.shown(message));
            }
            time = message.time();
        }
    }

    /// Each message is a letter, once; and what a diary knows of it holds.
    private void check(Copy copy) {
        Map<String, ChatMessage> byId = new HashMap<>();
        for (ChatMessage message : copy.messages()) {
            ChatMessage twice = byId.put(Diary.idIn(message), message);
            if (twice != null) {
                findings.add("%s holds %s again: %s", copy, Diary.shown(twice), message.seq());
            }
        }
        List<Diary> senders = new ArrayList<>(List.of(diary(copy.reader())));
        if (copy.chat() instanceof Chat.With(var mate)) {
            senders.add(diary(mate.toString()));
        }
        for (Diary sender : senders) {
            checkLetters(sender, copy, byId);
        }
        if (copy.chat() instanceof Chat.With && !byId.isEmpty()) {
            findings.add("%s holds what nobody wrote: %s", copy, byId.keySet());
        }
    }

    /// Takes this sender's letters out of what was found.
    private void checkLetters(Diary sender, Copy copy, Map<String, ChatMessage> byId) {
        long lastSeq = 0;
        for (Letter letter : sender.letters()) {
            if (!isOf(letter, sender, copy)) {
                continue;
            }
            ChatMessage found = byId.remove(letter.id());
            isAsAnswered(sender, letter, copy, found);
            if (found != null && mayNotBeOvertaken(sender, letter)) {
                if (found.seq() < lastSeq) {
                    findings.add("%s: %s was overtaken", copy, Diary.shown(found));
                }
                lastSeq = found.seq();
            }
        }
    }

    private static boolean isOf(Letter letter, Diary sender, Copy copy) {
        return copy.chat() instanceof Chat.Everyone || sender.user().equals(copy.reader())
                ? letter.to().equals(copy.chat())
                : letter.to().toString().equals(copy.reader());
    }

    /// A letter that was refused on one connection and taken on the next stands behind others; so
    /// does one whose commit failed while those sent after it got through.
    private static boolean mayNotBeOvertaken(Diary sender, Letter letter) {
        return !sender.wasAskedAgain(letter) || !sender.wasEverRefused();
    }

    private void isAsAnswered(Diary sender, Letter letter, Copy copy, @Nullable ChatMessage found) {
        switch (sender.answer(letter)) {
            case Answer.Sent(long seq, Instant time, long _) -> {
                if (found == null) {
                    findings.add("%s lacks %s, acknowledged as %d", copy, letter.id(), seq);
                } else if (found.seq() != seq || !found.time().equals(time)) {
                    findings.add("%s: %s was acknowledged as %d", copy, Diary.shown(found), seq);
                }
            }
            case Answer.Refused _ -> {
                if (found != null) {
                    findings.add("%s holds %s, which was refused", copy, Diary.shown(found));
                }
            }
            case null -> {}
        }
        if (found != null && !isExactly(found, letter, sender.user().equals(copy.reader()))) {
            findings.add("%s holds %s with another text or id", copy, Diary.shown(found));
        }
    }

    private static boolean isExactly(ChatMessage found, Letter letter, boolean own) {
        return found.text().equals(letter.text()) && found.id().equals(own ? letter.id() : "");
    }

    private void isAllReceived(Copy copy) {
        List<ChatMessage> theirs =
                copy.messages().stream()
                        .filter(message -> !message.from().toString().equals(copy.reader()))
                        .toList();
        if (!diary(copy.reader()).receivedIn(copy.chat()).equals(theirs)) {
            findings.add("%s is not what %s received", copy, copy.reader());
        }
    }
}
