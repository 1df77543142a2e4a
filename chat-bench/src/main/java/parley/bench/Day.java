package parley.bench;

import java.time.Duration;

/// What happens in a soak, evenly from its beginning to its end.
///
/// @param time how long it takes
/// @param parts after so many equal parts is measured
/// @param messages how many are sent in all, to one person or to everyone
/// @param signIns how many in all, those of who stays for the day among them
/// @param privateChats how many in all
/// @param people who are there at the same time, and write to each other
record Day(Duration time, int parts, int messages, int signIns, int privateChats, int people) {
    /// Of so many messages one goes to the desktop or comes from it.
    private static final int OF_THE_DESKTOP = 10;

    /// Of so many messages one goes to everyone.
    private static final int TO_EVERYONE = 1_000;

    /// Of so many people one writes to the desktop.
    private static final int FRIENDS = 10;

    Duration part() {
        return time.dividedBy(parts);
    }

    /// How long both are left alone before they are measured: what is done behind the log, such as
    /// the index of words, comes to its end.
    Duration rest() {
        return part().dividedBy(20);
    }

    /// People who write to the desktop.
    int friends() {
        return Math.max(1, people / FRIENDS);
    }

    /// What each friend writes in a part; the desktop says everything back.
    int eachOfFriends() {
        return Math.max(1, messages / parts / OF_THE_DESKTOP / 2 / friends());
    }

    /// What is said to everyone in a part; the desktop says that back, too.
    int cries() {
        return Math.max(1, messages / parts / TO_EVERYONE);
    }

    /// What each of the people writes to the next in a part.
    int each() {
        int others = 2 * eachOfFriends() * friends() + 2 * cries();
        return Math.ceilDiv(Math.max(1, messages / parts - others), people);
    }

    /// What is sent in a part in all.
    int messagesOfPart() {
        return people * each() + 2 * friends() * eachOfFriends() + 2 * cries();
    }

    /// Who comes and goes in a part.
    int visits() {
        return Math.max(1, Math.ceilDiv(signIns - staying(), parts));
    }

    /// Sign-ins in all.
    int allSignIns() {
        return staying() + parts * visits();
    }

    /// The people, the friends, and who says something to everyone.
    private int staying() {
        return people + friends() + 1;
    }
}
