package parley.server.conversation;

import parley.protocol.UserName;

import java.util.Optional;

/// Who has an account. Quick; any thread may ask.
@FunctionalInterface
public interface Directory {
    /// The account that is spelled so, as it is shown.
    Optional<UserName> find(String spelled);

    /// The name that is spelled so, whether or not it has an account, as it is shown where it has.
    default Optional<UserName> name(String spelled) {
        return find(spelled).or(() -> UserName.parse(spelled));
    }

    /// This name as it is shown now.
    default UserName shown(UserName name) {
        return find(name.key()).orElse(name);
    }
}
