package parley.desktop.conversation;

import org.jspecify.annotations.Nullable;

import parley.desktop.conversation.MessageRow.Heard;
import parley.desktop.conversation.MessageRow.Note;
import parley.desktop.conversation.MessageRow.Own;
import parley.desktop.conversation.MessageRow.Shared;
import parley.desktop.kit.SpokenTime;

import java.time.Duration;

/// What a row's neighbours make of it: what stands above it, whether it opens or closes a group,
/// whether it says its time. A group is what one person says within three minutes.
///
/// @param day the heading of the day that begins with it; empty where none does
/// @param opensNew whether *New since you left* stands above it
/// @param opens whether it is the first of its group
/// @param closes whether it is the last of its group: its bubble has a corner
/// @param saysTime whether its time and ticks are shown; the next of its group may say the same
record Placement(String day, boolean opensNew, boolean opens, boolean closes, boolean saysTime) {
    private static final Duration TOGETHER = Duration.ofMinutes(3);

    /// Where a row stands between two others; null for none.
    static Placement of(
            @Nullable MessageRow above,
            MessageRow row,
            @Nullable MessageRow below,
            String firstNew,
            SpokenTime times) {
        boolean opensDay = above == null || !sameDay(above, row, times);
        boolean opensNew = row.key().equals(firstNew);
        boolean closes = below == null || !together(row, below, firstNew, times);
        return new Placement(
                opensDay && !(row instanceof Note) ? times.day(row.time()) : "",
                opensNew,
                above == null || !together(above, row, firstNew, times),
                closes,
                closes || !saidBy(below, row));
    }

    private static boolean together(
            MessageRow above, MessageRow below, String firstNew, SpokenTime times) {
        return sameSpeaker(above, below)
                && sameDay(above, below, times)
                && !below.key().equals(firstNew)
                && Duration.between(above.time(), below.time()).abs().compareTo(TOGETHER) < 0;
    }

    private static boolean sameSpeaker(MessageRow above, MessageRow below) {
        return switch (above) {
            case Own _ -> below instanceof Own;
            case Heard heard ->
                    below instanceof Heard other && heard.speaker().equals(other.speaker());
            case Note _, Shared _ -> false;
        };
    }

    private static boolean sameDay(MessageRow above, MessageRow below, SpokenTime times) {
        return times.dayOf(above.time()).equals(times.dayOf(below.time()));
    }

    /// Whether the next row of the group says all that this one would.
    private static boolean saidBy(@Nullable MessageRow below, MessageRow row) {
        return !(row instanceof Own mine)
                || below instanceof Own next && mine.state().equals(next.state());
    }
}
