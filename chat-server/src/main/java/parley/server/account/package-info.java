/// Who may sign in, and as whom: the credentials file, passwords, the lock after too many wrong
/// ones, and the tokens that stand for a password. Start with [parley.server.account.Accounts].
@NullMarked
package parley.server.account;

import org.jspecify.annotations.NullMarked;
