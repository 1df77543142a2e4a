/// What is said in passing, without taking the focus: the rule what is worth it, and apart from it
/// how it is shown.
///
/// Start with [parley.desktop.notification.NoticeRule], then [parley.desktop.notification.Toasts].
@NullMarked
package parley.desktop.notification;

import org.jspecify.annotations.NullMarked;
