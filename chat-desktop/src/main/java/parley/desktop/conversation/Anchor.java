package parley.desktop.conversation;

import javafx.collections.ListChangeListener.Change;

import java.util.List;

/// What stays still while a list changes around it: its end, or one row at its place.
sealed interface Anchor {
    /// The newest row stands at the foot, whatever comes or grows.
    record End() implements Anchor {}

    /// This row's bubble begins so many pixels below the upper edge, whatever happens around it.
    ///
    /// @param index where the row is now
    /// @param key the row's, should it be replaced
    record At(int index, String key, double y) implements Anchor {
        At moved(double down) {
            return new At(index, key, y + down);
        }
    }

    Anchor END = new End();

    /// The same after a change of the list.
    static Anchor after(Anchor anchor, Change<? extends MessageRow> change) {
        return anchor instanceof At at ? after(at, change) : anchor;
    }

    private static Anchor after(At at, Change<? extends MessageRow> change) {
        if (change.wasPermutated()) {
            return new At(change.getPermutation(at.index()), at.key(), at.y());
        }
        if (change.getFrom() + change.getRemovedSize() <= at.index()) {
            int shift = change.getAddedSize() - change.getRemovedSize();
            return new At(at.index() + shift, at.key(), at.y());
        }
        return change.getFrom() <= at.index() ? within(at, change) : at;
    }

    private static Anchor within(At at, Change<? extends MessageRow> change) {
        List<? extends MessageRow> list = change.getList();
        for (int i = change.getFrom(); i < change.getFrom() + change.getAddedSize(); i++) {
            if (list.get(i).key().equals(at.key())) {
                return new At(i, at.key(), at.y());
            }
        }
        int nearest = Math.min(change.getFrom(), list.size() - 1);
        return nearest < 0 ? END : new At(nearest, list.get(nearest).key(), at.y());
    }
}
