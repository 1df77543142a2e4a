package parley.server.account;

import parley.protocol.UserName;

/// One line of the credentials file.
///
/// @param password all that stands behind the name, exactly
record Account(UserName name, String password) {
    /// Never the password.
    @Override
    public String toString() {
        return "Account[" + name + "]";
    }
}
