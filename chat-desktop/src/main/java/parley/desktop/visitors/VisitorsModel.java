package parley.desktop.visitors;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import parley.desktop.client.Client;
import parley.desktop.kit.SpokenTime;
import parley.protocol.Reply.Someone;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;

/// Who was online within the chosen span, asked of the server whenever somebody wants to know.
final class VisitorsModel {
    /// What the page can say.
    enum Answer {
        ASKED,
        KNOWN,
        UNREACHABLE
    }

    private static final Comparator<Someone> ORDER =
            Comparator.comparing(VisitorsModel::leftAt).reversed().thenComparing(Someone::user);

    private final Client client;
    private final Executor door;
    private final SpokenTime times;
    private final ObjectProperty<Span> span = new SimpleObjectProperty<>(this, "span", Span.DAY);
    private final ReadOnlyObjectWrapper<Answer> answer =
            new ReadOnlyObjectWrapper<>(this, "answer", Answer.ASKED);
    private final ObservableList<Visit> visits = FXCollections.observableArrayList();
    private boolean waiting;
    private boolean again;

    VisitorsModel(Client client, Executor door, SpokenTime times) {
        this.client = client;
        this.door = door;
        this.times = times;
        span.addListener((_, _, _) -> ask());
    }

    /// How far back one looks; a change asks.
    ObjectProperty<Span> spanProperty() {
        return span;
    }

    ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /// Those who are there first, then those who went last.
    ObservableList<Visit> visits() {
        return visits;
    }

    /// Asks the server; what is shown stays until it has answered. While one question waits for its
    /// answer, the next waits, and only the newest of those is asked.
    void ask() {
        again = waiting;
        if (waiting) {
            return;
        }
        waiting = true;
        client.onlineSince(span.get().length())
                .whenCompleteAsync(
                        (people, failure) -> answered(failure == null ? people : null), door);
    }

    private void answered(@Nullable List<Someone> people) {
        waiting = false;
        if (again) {
            ask();
        } else {
            show(people);
        }
    }

    private void show(@Nullable List<Someone> people) {
        if (people == null) {
            visits.clear();
            answer.set(Answer.UNREACHABLE);
            return;
        }
        visits.setAll(people.stream().sorted(ORDER).map(each -> Visit.of(each, times)).toList());
        answer.set(Answer.KNOWN);
    }

    /// When they went; who is there has not gone yet.
    private static Instant leftAt(Someone someone) {
        return switch (someone) {
            case Someone.There _ -> Instant.MAX;
            case Someone.Gone(_, var seen) -> seen.orElse(Instant.MIN);
        };
    }
}
