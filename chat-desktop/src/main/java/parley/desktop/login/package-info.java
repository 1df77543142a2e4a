/// Signing in: the dialog, what it asks, and its own words for each refusal.
///
/// Start with [parley.desktop.login.Login], the door; behind it `LoginModel` (what is to be seen),
/// `LoginController` (what it means) and `LoginView`. All of it belongs to the JavaFX thread.
@NullMarked
package parley.desktop.login;

import org.jspecify.annotations.NullMarked;
