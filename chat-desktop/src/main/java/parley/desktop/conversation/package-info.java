/// One chat on screen: its head, its messages, and where one writes.
///
/// Start with [parley.desktop.conversation.ConversationView], the door; it shows a
/// [parley.desktop.conversation.ConversationModel] and tells
/// [parley.desktop.conversation.ConversationActions] what its owner does. The list of messages is
/// one of our own, [parley.desktop.conversation.MessageList]: what one reads stays where it is,
/// whatever is added above or below. All of it belongs to the JavaFX thread.
@NullMarked
package parley.desktop.conversation;

import org.jspecify.annotations.NullMarked;
