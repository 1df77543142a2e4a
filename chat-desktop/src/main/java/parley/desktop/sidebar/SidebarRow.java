package parley.desktop.sidebar;

import parley.desktop.state.ChatState;
import parley.desktop.state.PersonState;
import parley.desktop.state.Place;
import parley.desktop.state.PrivateChatState;
import parley.protocol.Chat;

import java.util.Optional;

/// A row of the list.
sealed interface SidebarRow {
    /// What a click on it shows; nothing for what cannot be chosen.
    default Optional<Place> place() {
        return switch (this) {
            case Heading _, Nobody _ -> Optional.empty();
            case Everyone _ -> Optional.of(new Place.Talk(Chat.EVERYONE));
            case Privately(var chat) -> Optional.of(new Place.Privately(chat.person()));
            case Someone(var person, _) -> Optional.of(new Place.Talk(Chat.with(person.user())));
        };
    }

    /// The head of a section.
    record Heading(Group group, int count) implements SidebarRow {}

    /// A sentence where there is no row.
    record Nobody(String sentence) implements SidebarRow {}

    /// The chat of everyone.
    record Everyone(ChatState chat) implements SidebarRow {}

    /// A private chat.
    record Privately(PrivateChatState chat) implements SidebarRow {}

    /// Somebody, and the chat with them.
    record Someone(PersonState person, ChatState chat) implements SidebarRow {}
}
