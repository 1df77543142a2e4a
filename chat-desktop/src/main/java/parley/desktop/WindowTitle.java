package parley.desktop;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

import parley.desktop.kit.Texts;
import parley.desktop.state.ClientState;
import parley.desktop.state.Owner;
import parley.desktop.state.Place;
import parley.protocol.Chat;

/// The window's title: how many messages are unread, what is shown, whose desktop it is.
final class WindowTitle {
    private static final Texts TEXTS = Texts.of(WindowTitle.class);

    private WindowTitle() {}

    static ObservableValue<String> of(ClientState state) {
        return Bindings.createStringBinding(
                () ->
                        state.owner()
                                .map(owner -> of(state, owner))
                                .orElse(TEXTS.get("title.signed-out")),
                state.ownerProperty(),
                state.shownProperty(),
                state.unreadProperty());
    }

    private static String of(ClientState state, Owner owner) {
        String place = place(state.shownProperty().get());
        int unread = state.unreadProperty().get();
        String shown =
                place.isEmpty()
                        ? TEXTS.get("title", owner.me())
                        : TEXTS.get("title.place", place, owner.me());
        return unread == 0 ? shown : TEXTS.get("title.unread", unread, shown);
    }

    private static String place(Place place) {
        return switch (place) {
            case Place.Nowhere() -> "";
            case Place.Talk(Chat.Everyone()) -> TEXTS.get("title.everyone");
            case Place.Talk(Chat.With(var user)) -> user.toString();
            case Place.Privately(var person) -> TEXTS.get("title.private", person);
            case Place.Search() -> TEXTS.get("title.search");
            case Place.Visitors() -> TEXTS.get("title.visitors");
        };
    }
}
