/// Where two people make sure that nobody is between their computers.
///
/// Start with [parley.desktop.verification.VerificationCard].
@NullMarked
package parley.desktop.verification;

import org.jspecify.annotations.NullMarked;
