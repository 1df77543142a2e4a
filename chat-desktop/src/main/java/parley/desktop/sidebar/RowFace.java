package parley.desktop.sidebar;

import javafx.beans.value.ObservableValue;

import parley.desktop.kit.Standing;

/// What a row shows, each part of which changes by itself.
///
/// @param name the first line
/// @param line the second one
/// @param time at the right of the first line; empty for none
/// @param unread in the badge
/// @param standing how the person stands
record RowFace(
        String name,
        ObservableValue<String> line,
        ObservableValue<String> time,
        ObservableValue<Number> unread,
        ObservableValue<Standing> standing) {}
