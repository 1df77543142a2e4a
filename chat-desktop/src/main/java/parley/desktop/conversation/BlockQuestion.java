package parley.desktop.conversation;

import parley.desktop.kit.Prompt;
import parley.desktop.kit.Texts;

/// Asks whether somebody shall be blocked, and says what that means.
public final class BlockQuestion {
    private static final Texts TEXTS = Texts.of(BlockQuestion.class);

    private BlockQuestion() {}

    /// The question about this person.
    ///
    /// @param yes blocks them
    public static Prompt of(String name, Runnable yes) {
        return Prompt.of(TEXTS.get("block.heading", name), TEXTS.get("block.message", name))
                .dismiss(TEXTS.get("block.no"))
                .answer(TEXTS.get("block.yes"), Prompt.Weight.DANGER, yes);
    }
}
