package parley.desktop.conversation;

import org.jspecify.annotations.Nullable;

import parley.desktop.conversation.MessageRow.Heard;
import parley.desktop.conversation.MessageRow.Note;
import parley.desktop.conversation.MessageRow.Own;
import parley.desktop.conversation.MessageRow.Shared;
import parley.desktop.kit.LinkOpener;
import parley.desktop.kit.SpokenTime;
import parley.desktop.kit.Texts;

/// What all rows of one chat have in common.
record RowContext(
        ConversationKind kind,
        String name,
        SpokenTime times,
        LinkOpener links,
        ConversationActions actions) {
    private static final Texts TEXTS = Texts.of(RowContext.class);

    void retry(@Nullable MessageRow row) {
        if (row instanceof Own own) {
            actions.retry(own);
        }
    }

    void discard(@Nullable MessageRow row) {
        if (row instanceof Own own) {
            actions.discard(own);
        }
    }

    FileActions files() {
        return actions.files();
    }

    /// The whole of a row, as a screen reader says it.
    String spoken(MessageRow row) {
        String time = times.brief(row.time());
        return switch (row) {
            case Heard heard -> TEXTS.get("row.heard", heard.speaker(), time, heard.text());
            case Own own ->
                    TEXTS.get("row.own", time, TEXTS.get(Sign.of(own.state()).word()), own.text());
            case Shared(_, var transfer, _, _) -> new FileWords(name).spoken(transfer, time);
            case Note note -> note.text();
        };
    }
}
