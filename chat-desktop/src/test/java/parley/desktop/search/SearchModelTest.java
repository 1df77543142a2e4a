package parley.desktop.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import parley.desktop.FakeClient;
import parley.desktop.local.Entry;
import parley.desktop.search.SearchModel.Answer;
import parley.desktop.state.HandTimers;
import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.Reply;
import parley.protocol.UserName;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class SearchModelTest {
    private static final UserName LUKE = UserName.of("luke");

    private final FakeClient client = new FakeClient();
    private final HandTimers timers = new HandTimers(Instant.EPOCH);
    private final SearchModel model = new SearchModel(client, Runnable::run, timers);

    private static ChatMessage message(long seq) {
        return new ChatMessage(Chat.with(LUKE), LUKE, seq, "a plan", Instant.EPOCH, "");
    }

    private static Entry entry() {
        return new Entry(
                7, Chat.with(LUKE), LUKE, "a plan", Instant.EPOCH, "", new Entry.State.Said(1, 3));
    }

    private void write(String words) {
        model.wordsProperty().set(words);
        timers.pass(Duration.ofMillis(200));
    }

    @Test
    void itAsksOnceTheWriterPauses() {
        client.finds(new Reply.Results(List.of(message(3)), ""), List.of());

        model.wordsProperty().set("p");
        timers.pass(Duration.ofMillis(100));
        write("plan");

        assertThat(client.asked()).containsExactly("search plan before ");
        assertThat(model.hits()).extracting(Hit::what).containsExactly(new Hit.Target.Numbered(3));
        assertThat(model.answerProperty().get()).isEqualTo(Answer.FROM_SERVER);
    }

    @Test
    void withoutALineThisComputerIsLookedThrough() {
        client.findsHere(List.of(entry()));

        write("plan");

        assertThat(model.answerProperty().get()).isEqualTo(Answer.FROM_HERE);
        assertThat(model.hits()).extracting(Hit::what).containsExactly(new Hit.Target.Kept(7));
    }

    @Test
    void whoComesBackWithALineIsAnsweredByTheServer() {
        client.findsHere(List.of(entry()));
        write("plan");
        client.finds(new Reply.Results(List.of(message(3)), ""), List.of());

        model.askAgain();

        assertThat(model.answerProperty().get()).isEqualTo(Answer.FROM_SERVER);
    }

    @Test
    void itGoesOnWhereThereIsMore() {
        client.finds(new Reply.Results(List.of(message(3)), "further"), List.of());
        write("plan");
        assertThat(model.moreProperty().get()).isTrue();

        client.finds(new Reply.Results(List.of(message(2)), ""), List.of());
        model.askMore();

        assertThat(client.asked()).last().isEqualTo("search plan before further");
        assertThat(model.hits()).hasSize(2);
        assertThat(model.moreProperty().get()).isFalse();
    }

    @Test
    void withoutAWordNothingIsAsked() {
        client.finds(new Reply.Results(List.of(message(3)), ""), List.of());
        write("plan");

        write(" … ");

        assertThat(client.asked()).hasSize(1);
        assertThat(model.hits()).isEmpty();
        assertThat(model.answerProperty().get()).isEqualTo(Answer.NOTHING_ASKED);
    }
}
