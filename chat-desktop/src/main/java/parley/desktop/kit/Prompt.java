package parley.desktop.kit;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Something that is asked inside the window: a heading, a sentence or two, perhaps something to
/// fill in, and answers.
///
/// Shown by [Overlay#ask]. Escape, and a click beside it, close it and answer nothing.
public final class Prompt {
    /// How an answer looks.
    public enum Weight {
        PLAIN("plain"),
        PRIMARY("primary"),
        DANGER("danger");

        private final String style;

        Weight(String style) {
            this.style = style;
        }

        String style() {
            return style;
        }
    }

    /// One answer: a verb, and what it does once the prompt has gone.
    record Answer(String verb, Weight weight, Runnable deed) {}

    private final String heading;
    private final String message;
    private final List<Answer> answers = new ArrayList<>();
    private @Nullable Node body;

    private Prompt(String heading, String message) {
        this.heading = heading;
        this.message = message;
    }

    /// A prompt without answers yet; the first given stands leftmost, Enter is the primary one's.
    public static Prompt of(String heading, String message) {
        return new Prompt(heading, message);
    }

    /// Something between the words and the answers.
    public Prompt with(Node body) {
        this.body = body;
        return this;
    }

    /// An answer that does nothing but close the prompt.
    public Prompt dismiss(String verb) {
        return answer(verb, Weight.PLAIN, () -> {});
    }

    public Prompt answer(String verb, Weight weight, Runnable deed) {
        answers.add(new Answer(verb, weight, deed));
        return this;
    }

    String heading() {
        return heading;
    }

    String message() {
        return message;
    }

    List<Answer> answers() {
        return List.copyOf(answers);
    }

    @Nullable Node body() {
        return body;
    }
}
