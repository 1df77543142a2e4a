package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import parley.bench.Diary.Answer;
import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.UserName;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class CheckerTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Chat YODA = Chat.with(UserName.of("yoda"));
    private static final Chat LUKE = Chat.with(UserName.of("luke"));

    private final Findings findings = new Findings();
    private final Diary yoda = new Diary("yoda", findings);
    private final Diary luke = new Diary("luke", findings);
    private final List<Letter> letters = new ArrayList<>();
    private final List<Integer> stored = new ArrayList<>(List.of(1, 2, 3));

    @BeforeEach
    void threeLettersAreAcknowledged() {
        for (int n = 1; n <= 3; n++) {
            Letter letter = Letter.of("yoda", LUKE, n, "text");
            letters.add(letter);
            yoda.asks(letter);
            yoda.answered(letter.id(), new Answer.Sent(n, NOON, System.nanoTime()));
        }
    }

    private ChatMessage message(int seq, int number, boolean own) {
        Letter letter = letters.get(number - 1);
        return new ChatMessage(
                own ? LUKE : YODA,
                UserName.of("yoda"),
                seq,
                letter.text(),
                NOON,
                own ? letter.id() : "");
    }

    private List<ChatMessage> history(boolean own) {
        List<ChatMessage> messages = new ArrayList<>();
        for (int number : stored) {
            messages.add(message(messages.size() + 1, number, own));
        }
        return messages;
    }

    private List<String> found() {
        history(false).forEach(luke::received);
        return found(history(true), history(false));
    }

    private List<String> found(List<ChatMessage> yodas, List<ChatMessage> lukes) {
        new Checker(List.of(yoda, luke), findings)
                .checkChat(new Copy("yoda", LUKE, yodas), new Copy("luke", YODA, lukes));
        return findings.all();
    }

    @Test
    void aHistoryOfAllThatWasAcknowledgedIsFine() {
        assertThat(found()).isEmpty();
    }

    @Test
    void whatWasNotAnsweredMayBeThereOrNot() {
        yoda.asks(Letter.of("yoda", LUKE, 4, "text"));

        assertThat(found()).isEmpty();
    }

    @Test
    void aLostLetterIsFound() {
        stored.removeLast();

        assertThat(found()).anyMatch(finding -> finding.contains("lacks yoda-3"));
    }

    @Test
    void aDoubledLetterIsFound() {
        stored.add(3);

        assertThat(found()).anyMatch(finding -> finding.contains("again"));
    }

    @Test
    void anOvertakenLetterIsFound() {
        stored.set(0, 2);
        stored.set(1, 1);

        assertThat(found()).anyMatch(finding -> finding.contains("overtaken"));
    }

    @Test
    void aRefusedLetterThatIsThereIsFound() {
        Letter refused = Letter.of("yoda", LUKE, 4, "text");
        letters.add(refused);
        yoda.asks(refused);
        yoda.answered(refused.id(), new Answer.Refused(System.nanoTime()));
        stored.add(4);

        assertThat(found()).anyMatch(finding -> finding.contains("refused"));
    }

    @Test
    void aGapIsFound() {
        List<ChatMessage> yodas = history(true);
        yodas.set(2, message(4, 3, true));

        assertThat(found(yodas, history(false))).anyMatch(finding -> finding.contains("in place"));
    }

    @Test
    void whatOnlyOneOfTwoReadsIsFound() {
        assertThat(found(history(true), history(false).subList(0, 2)))
                .anyMatch(finding -> finding.contains("differ"));
    }

    @Test
    void whatWasNeverReceivedIsFound() {
        history(false).subList(0, 2).forEach(luke::received);

        assertThat(found(history(true), history(false)))
                .anyMatch(finding -> finding.contains("not what luke received"));
    }

    @Test
    void anotherAnswerToTheSameLetterIsFound() {
        yoda.asks(letters.getFirst());
        yoda.answered("yoda-1", new Answer.Sent(4, NOON, System.nanoTime()));

        assertThat(findings.all()).anyMatch(finding -> finding.contains("answered twice"));
    }

    @Test
    void whatComesBehindLaterOnesIsFound() {
        luke.received(message(2, 2, false));
        luke.received(message(1, 1, false));

        assertThat(findings.all()).anyMatch(finding -> finding.contains("behind"));
    }

    @Test
    void aLetterThatGotPastABlockIsFound() {
        Blockings blockings = new Blockings("yoda");
        blockings.answered(blockings.toggle().tag());
        Letter letter = Letter.of("yoda", LUKE, 4, "text");
        letters.add(letter);
        yoda.asks(letter);
        yoda.answered(letter.id(), new Answer.Sent(4, NOON, System.nanoTime()));
        blockings.toggle();
        stored.add(4);

        new Checker(List.of(yoda, luke), findings)
                .checkBlock(new Copy("luke", YODA, history(false)), blockings);

        assertThat(findings.all()).hasSize(1).first().asString().contains("blocked");
    }
}
