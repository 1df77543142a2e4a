/// Private chats on screen: invitations, the chat itself, and the desk that passes on what their
/// owner does.
///
/// Start with [parley.desktop.privatechat.Peers], what one can do;
/// [parley.desktop.privatechat.PrivateDesk] does it through the service of who is signed in. How a
/// private chat looks is drawn by the conversation's view, in violet, from the model that
/// [parley.desktop.privatechat.PrivateTalk] keeps; [parley.desktop.privatechat.Invitations] shows
/// who asks for one.
@NullMarked
package parley.desktop.privatechat;

import org.jspecify.annotations.NullMarked;
