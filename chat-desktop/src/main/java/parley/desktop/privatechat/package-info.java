/// Invitations to private chats, as they appear on screen. The chats themselves look like others,
/// in violet: see `parley.desktop.conversation`. Start with
/// [parley.desktop.privatechat.Invitations].
@NullMarked
package parley.desktop.privatechat;

import org.jspecify.annotations.NullMarked;
