/// The desktop's line to its server: it connects, signs in, keeps alive and comes back. No JavaFX
/// here. Start with [parley.desktop.net.LinkState], then [parley.desktop.net.SignIn] and what comes
/// of it, [parley.desktop.net.SignInOutcome].
@NullMarked
package parley.desktop.net;

import org.jspecify.annotations.NullMarked;
