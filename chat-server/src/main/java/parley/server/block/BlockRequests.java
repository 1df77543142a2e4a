package parley.server.block;

import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.UserName;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a user may ask about their blocks. May wait for the store; any thread may use it.
public final class BlockRequests {
    private static final Reply OK = new Reply.Ok();

    private final Blocks blocks;
    private final Function<String, Optional<UserName>> accounts;

    /// @param accounts finds the account that is spelled so
    public BlockRequests(Blocks blocks, Function<String, Optional<UserName>> accounts) {
        this.blocks = blocks;
        this.accounts = accounts;
    }

    /// Blocks somebody; again is fine.
    public Reply block(UserName asker, String spelled) {
        Optional<UserName> user = accounts.apply(spelled);
        if (user.filter(asker::equals).isPresent()) {
            return self();
        }
        if (user.isEmpty()) {
            return unknownUser();
        }
        blocks.block(asker, user.get());
        return OK;
    }

    /// Undoes a block, also that of an account that has gone.
    public Reply unblock(UserName asker, String spelled) {
        Optional<UserName> account = accounts.apply(spelled);
        Optional<UserName> user = account.or(() -> UserName.parse(spelled));
        if (user.filter(asker::equals).isPresent()) {
            return self();
        }
        if (user.isPresent() && blocks.unblock(asker, user.get())) {
            return OK;
        }
        return account.isEmpty()
                ? unknownUser()
                : new Reply.Error(Refusal.NOT_BLOCKED, "You have not blocked this user.");
    }

    /// Whom somebody has blocked, in the order of names, each as it is spelled now.
    public List<UserName> of(UserName asker) {
        return blocks.of(asker).stream()
                .map(name -> accounts.apply(name.key()).orElse(name))
                .toList();
    }

    private static Reply self() {
        return new Reply.Error(Refusal.SELF, "You cannot block yourself.");
    }

    private static Reply unknownUser() {
        return new Reply.Error(Refusal.UNKNOWN_USER, "There is no such user.");
    }
}
