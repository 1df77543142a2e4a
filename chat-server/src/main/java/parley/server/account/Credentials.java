package parley.server.account;

import org.jspecify.annotations.Nullable;

import parley.protocol.UserName;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.ConcurrentHashMap;

/// All accounts of one state of the credentials file. Immutable but for a memory of spellings; any
/// thread may use it.
final class Credentials {
    /// How many spellings other than the file's own are remembered: mapping a name costs some 20
    /// microseconds, and whoever spells a name in a hundred ways must not fill the memory.
    private static final int SPELLINGS = 4096;

    private final Map<String, Account> byKey = new HashMap<>();
    private final Map<String, UserName> bySpelling = new HashMap<>();
    private final Map<String, UserName> otherSpellings = new ConcurrentHashMap<>();
    private final SequencedSet<UserName> names;

    /// These accounts, of which no two have the same name.
    Credentials(Collection<Account> accounts) {
        for (Account account : accounts) {
            byKey.put(account.name().key(), account);
            bySpelling.put(account.name().toString(), account.name());
        }
        names =
                Collections.unmodifiableSequencedSet(
                        new LinkedHashSet<>(
                                accounts.stream().map(Account::name).sorted().toList()));
    }

    /// The name of the account that is spelled so, as the file spells it.
    Optional<UserName> find(String spelled) {
        UserName known = bySpelling.get(spelled);
        if (known == null) {
            known = otherSpellings.get(spelled);
        }
        return known == null ? map(spelled) : Optional.of(known);
    }

    /// The account of this name.
    Optional<Account> account(UserName name) {
        return Optional.ofNullable(byKey.get(name.key()));
    }

    /// All names, in their order.
    SequencedSet<UserName> names() {
        return names;
    }

    private Optional<UserName> map(String spelled) {
        Optional<UserName> found =
                UserName.parse(spelled).flatMap(this::account).map(Account::name);
        found.ifPresent(name -> remember(spelled, name));
        return found;
    }

    private void remember(String spelled, @Nullable UserName name) {
        if (otherSpellings.size() >= SPELLINGS) {
            otherSpellings.clear();
        }
        if (name != null) {
            otherSpellings.put(spelled, name);
        }
    }
}
