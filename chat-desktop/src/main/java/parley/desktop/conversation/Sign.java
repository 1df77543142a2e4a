package parley.desktop.conversation;

import parley.desktop.conversation.SendState.Broadcast;
import parley.desktop.conversation.SendState.Failed;
import parley.desktop.conversation.SendState.Step;

/// How a state is drawn at the end of a message: strokes in a box of 16 by 10, a style class for
/// their colour, and the key of the word that a screen reader says.
///
/// @param strokes an SVG path
record Sign(String strokes, String style, String word) {
    private static final String TICK = "M1 5.4 L3.8 8.2 L9.4 2.2";
    private static final String TICKS = TICK + " M7.2 7.6 L7.8 8.2 L13.4 2.2";
    private static final String CLOCK = "M5.5 1 A4.5 4.5 0 1 1 5.49 1 M5.5 2.9 L5.5 5.5 L7.2 6.6";
    private static final String CROSS_OUT =
            "M5.5 1 A4.5 4.5 0 1 1 5.49 1 M5.5 3.2 L5.5 5.9 M5.5 7.6 L5.5 7.8";

    static Sign of(SendState state) {
        return switch (state) {
            case Step.WAITING -> new Sign(CLOCK, "waiting", "state.waiting");
            case Step.SENT -> new Sign(TICK, "sent", "state.sent");
            case Step.DELIVERED -> new Sign(TICKS, "delivered", "state.delivered");
            case Step.READ -> new Sign(TICKS, "read", "state.read");
            case Broadcast _ -> new Sign(TICK, "sent", "state.sent");
            case Failed _ -> new Sign(CROSS_OUT, "failed", "state.failed");
        };
    }

    /// How wide it is drawn.
    double width() {
        return strokes.equals(TICKS) ? 15 : 11;
    }
}
