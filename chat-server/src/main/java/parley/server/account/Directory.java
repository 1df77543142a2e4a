package parley.server.account;

import parley.protocol.UserName;
import parley.server.account.LoginOutcome.Admitted;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The credentials in force, and the marks of their passwords by which a change is noticed. Any
/// thread may use it.
final class Directory {
    private final AccountStore store;
    private final PasswordMarks marks;
    private volatile State state;

    private record State(Credentials credentials, Map<UserName, String> marks) {}

    /// The directory of these accounts. What changed since the store last knew them is void there
    /// when this returns.
    Directory(AccountStore store, Credentials credentials) {
        this.store = store;
        this.marks = new PasswordMarks(store.markKey());
        this.state = new State(credentials, marks.ofAll(credentials));
        Map<String, String> kept = store.marks();
        Set<String> changed = new HashSet<>(kept.keySet());
        state.marks()
                .forEach((user, mark) -> {
                    if (mark.equals(kept.get(user.key()))) {
                        changed.remove(user.key());
                    }
                });
        store.keepMarks(state.marks(), changed);
    }

    Credentials current() {
        return state.credentials();
    }

    /// The mark of this account's password, whether or not it is still in force.
    String mark(Account account) {
        return marks.of(account);
    }

    /// Whether the account still has the password that it was admitted under.
    boolean isCurrent(Admitted admitted) {
        return admitted.version().equals(state.marks().get(admitted.user()));
    }

    /// Takes over these accounts.
    ///
    /// @return those that have gone or got another password, by their keys
    Map<String, UserName> replace(Credentials credentials) {
        State before = state;
        state = new State(credentials, marks.ofAll(credentials));
        Map<String, UserName> changed = new LinkedHashMap<>();
        before.marks()
                .forEach((user, mark) -> {
                    if (!mark.equals(state.marks().get(user))) {
                        changed.put(user.key(), user);
                    }
                });
        return changed;
    }

    /// Has the store know the accounts in force, and that the tokens of these users are void. Where
    /// that fails, the next start finds the change once more.
    void keep(Collection<String> changed) {
        store.keepMarks(state.marks(), changed);
    }
}
