package parley.desktop.conversation;

import javafx.beans.value.ObservableValue;

import parley.desktop.kit.LinkOpener;
import parley.desktop.kit.SpokenTime;

/// What a chat on screen needs of the world.
///
/// @param times how times are said
/// @param links opens what is clicked
/// @param active whether the window is the one that its owner works in; only then is a message seen
/// @param textLimit the longest text that may be sent, in bytes of UTF-8
public record Surroundings(
        SpokenTime times, LinkOpener links, ObservableValue<Boolean> active, int textLimit) {}
