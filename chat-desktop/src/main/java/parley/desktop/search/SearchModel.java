package parley.desktop.search;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import parley.desktop.client.Client;
import parley.desktop.local.Entry;
import parley.desktop.state.Timers;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.words.Wanted;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// What is looked for and what was found: at the server, or on this computer where there is no
/// line. It asks once a person pauses, and believes only the answer to its newest question.
final class SearchModel {
    private static final int PAGE = 50;
    private static final Duration PAUSE = Duration.ofMillis(200);

    /// What the page can say.
    enum Answer {
        /// Nothing is looked for.
        NOTHING_ASKED,
        ASKED,
        /// The server has answered.
        FROM_SERVER,
        /// There is no line: what is kept on this computer was looked through.
        FROM_HERE,
        /// Neither could answer.
        FAILED
    }

    private final Client client;
    private final Executor door;
    private final Timers timers;
    private final StringProperty words = new SimpleStringProperty(this, "words", "");
    private final ReadOnlyObjectWrapper<Answer> answer =
            new ReadOnlyObjectWrapper<>(this, "answer", Answer.NOTHING_ASKED);
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper(this, "more");
    private final ObservableList<Hit> hits = FXCollections.observableArrayList();
    private Timers.@Nullable Running pause;
    private Wanted wanted = Wanted.of("");
    private String next = "";
    private int question;

    SearchModel(Client client, Executor door, Timers timers) {
        this.client = client;
        this.door = door;
        this.timers = timers;
        words.addListener((_, _, _) -> askSoon());
    }

    /// What is written in the field; a change asks.
    StringProperty wordsProperty() {
        return words;
    }

    ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /// Whether there are more behind those that are shown.
    ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /// The newest first.
    ObservableList<Hit> hits() {
        return hits;
    }

    /// What those that are shown were found by.
    Wanted wanted() {
        return wanted;
    }

    private void askSoon() {
        if (pause != null) {
            pause.cancel();
        }
        pause = timers.after(PAUSE, this::ask);
    }

    /// Asks anew; what is shown stays until there is an answer.
    void ask() {
        int mine = ++question;
        Wanted looked = Wanted.of(words.get());
        if (looked.isEmpty()) {
            show(looked, List.of(), "", Answer.NOTHING_ASKED);
            return;
        }
        if (answer.get() == Answer.NOTHING_ASKED) {
            answer.set(Answer.ASKED);
        }
        askServer(words.get(), "", mine, looked);
    }

    /// Asks the server anew, where it could not answer before.
    void askAgain() {
        if (answer.get() == Answer.FROM_HERE || answer.get() == Answer.FAILED) {
            ask();
        }
    }

    /// Asks for what stands behind the last that is shown.
    void askMore() {
        if (!next.isEmpty()) {
            more.set(false);
            askServer(words.get(), next, ++question, wanted);
        }
    }

    private void askServer(String text, String before, int mine, Wanted looked) {
        client.ask(new Request.Search(text, Optional.empty(), before, PAGE))
                .whenCompleteAsync(
                        (reply, failure) -> {
                            if (mine == question) {
                                answered(text, before, mine, looked, reply);
                            }
                        },
                        door);
    }

    private void answered(
            String text, String before, int mine, Wanted looked, @Nullable Reply reply) {
        if (reply instanceof Reply.Results(var messages, String further)) {
            List<Hit> found = messages.stream().map(Hit::of).toList();
            if (before.isEmpty()) {
                show(looked, found, further, Answer.FROM_SERVER);
            } else {
                hits.addAll(found);
                goesOn(further);
            }
        } else if (before.isEmpty()) {
            lookHere(text, mine, looked);
        } else {
            goesOn(before);
        }
    }

    private void lookHere(String text, int mine, Wanted looked) {
        client.searchHere(text)
                .whenCompleteAsync(
                        (entries, failure) -> {
                            if (mine == question) {
                                foundHere(looked, entries);
                            }
                        },
                        door);
    }

    private void foundHere(Wanted looked, @Nullable List<Entry> entries) {
        if (entries == null) {
            show(looked, List.of(), "", Answer.FAILED);
        } else {
            show(looked, entries.stream().map(Hit::of).toList(), "", Answer.FROM_HERE);
        }
    }

    private void show(Wanted looked, List<Hit> found, String further, Answer whose) {
        wanted = looked;
        hits.setAll(found);
        goesOn(further);
        answer.set(whose);
    }

    private void goesOn(String further) {
        next = further;
        more.set(!further.isEmpty());
    }
}
