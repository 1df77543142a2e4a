package parley.desktop.conversation;

import parley.desktop.kit.Prompt;
import parley.desktop.kit.Texts;

/// Asks whether what is kept of a private chat shall be deleted, and says what that means.
public final class KeepQuestion {
    private static final Texts TEXTS = Texts.of(KeepQuestion.class);

    private KeepQuestion() {}

    /// The question about the chat with this person.
    ///
    /// @param yes stops keeping it, and deletes
    public static Prompt of(String name, Runnable yes) {
        return Prompt.of(TEXTS.get("keep.heading", name), TEXTS.get("keep.message", name))
                .dismiss(TEXTS.get("keep.no"))
                .answer(TEXTS.get("keep.yes"), Prompt.Weight.DANGER, yes);
    }
}
