package parley.desktop.client;

import parley.desktop.client.Listing.End;
import parley.desktop.client.Listing.Part;
import parley.desktop.local.People;
import parley.desktop.local.Person;
import parley.desktop.net.Answer;
import parley.protocol.Event;
import parley.protocol.Reply;
import parley.protocol.Reply.Someone;
import parley.protocol.Request;
import parley.protocol.Request.Span;
import parley.protocol.Status;
import parley.protocol.UserName;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Who there is, who is there, and who is blocked. Lives on the loop.
final class Directory {
    private final Context context;
    private final People people;
    private final UserName me;
    private Map<UserName, Person> known = new TreeMap<>();
    private Map<UserName, Person> coming = new TreeMap<>();
    private int rollCalls;
    private boolean calling;

    Directory(Context context, People people, UserName me) {
        this.context = context;
        this.people = people;
        this.me = me;
        people.all().forEach(person -> known.put(person.user(), person));
    }

    List<Person> all() {
        return List.copyOf(known.values());
    }

    /// Asks the server for everybody, then for the blocked ones. What is told meanwhile is newer
    /// than the parts that have come.
    void signedIn() {
        int mine = ++rollCalls;
        calling = true;
        coming = new TreeMap<>();
        who(
                new Span.All(),
                users -> users.forEach(one -> coming.put(one.user(), person(one))),
                end -> {
                    if (end == End.WHOLE && mine == rollCalls) {
                        askBlocks(mine);
                    }
                });
    }

    private void askBlocks(int mine) {
        Set<UserName> blocked = new HashSet<>();
        new Listing<UserName>(
                        context,
                        Request.Blocks::new,
                        reply ->
                                reply instanceof Reply.Blocks(var users, String next)
                                        ? Optional.of(new Part<>(users, next))
                                        : Optional.empty(),
                        blocked::addAll,
                        end -> {
                            if (end == End.WHOLE && mine == rollCalls) {
                                replace(blocked);
                            }
                        })
                .begin();
    }

    private void who(Span span, Consumer<List<Someone>> taking, Consumer<End> ending) {
        new Listing<Someone>(
                        context,
                        after -> new Request.Who(span, after),
                        reply ->
                                reply instanceof Reply.Users(var users, String next)
                                        ? Optional.of(new Part<>(users, next))
                                        : Optional.empty(),
                        taking,
                        ending)
                .begin();
    }

    private static Person person(Someone someone) {
        return switch (someone) {
            case Someone.There(UserName user, Status status, Instant since) ->
                    new Person(user, status, Optional.of(since), false);
            case Someone.Gone(UserName user, var seen) ->
                    new Person(user, Status.OFFLINE, seen, false);
        };
    }

    private void replace(Set<UserName> blocked) {
        known = coming;
        coming = new TreeMap<>();
        calling = false;
        known.remove(me);
        for (UserName user : blocked) {
            Person person = known.getOrDefault(user, stranger(user));
            known.put(user, person.asBlocked());
        }
        people.keepOnly(all());
        context.tell(new Change.People(all()));
    }

    private static Person stranger(UserName user) {
        return new Person(user, Status.OFFLINE, Optional.empty(), false);
    }

    void parted() {
        rollCalls++;
        coming = new TreeMap<>();
        calling = false;
    }

    void hear(Event.Presence presence) {
        UserName user = presence.user();
        if (user.equals(me)) {
            return;
        }
        if (calling) {
            coming.put(user, moved(coming.getOrDefault(user, stranger(user)), presence));
        }
        Person person = moved(known.getOrDefault(user, stranger(user)), presence);
        keep(person);
    }

    private static Person moved(Person person, Event.Presence presence) {
        return person.with(presence.status(), Optional.of(presence.time()));
    }

    private void keep(Person person) {
        known.put(person.user(), person);
        people.keep(person);
        context.tell(new Change.PersonChanged(person));
    }

    void block(UserName user, Answer answer) {
        Request request = new Request.Block(user.toString());
        context.link().ask(request, changing(user, Person::asBlocked, answer));
    }

    void unblock(UserName user, Answer answer) {
        Request request = new Request.Unblock(user.toString());
        context.link().ask(request, changing(user, Person::asUnblocked, answer));
    }

    private Answer changing(UserName user, UnaryOperator<Person> change, Answer answer) {
        return new Answer() {
            @Override
            public void came(Reply reply) {
                if (reply instanceof Reply.Ok) {
                    keep(change.apply(known.getOrDefault(user, stranger(user))));
                }
                answer.came(reply);
            }

            @Override
            public void lost() {
                answer.lost();
            }
        };
    }

    /// Everybody who was online at any time in the last seconds.
    void onlineSince(long seconds, Consumer<List<Someone>> answered, Runnable failed) {
        List<Someone> found = new ArrayList<>();
        who(
                new Span.Since(seconds),
                found::addAll,
                end -> {
                    if (end == End.WHOLE) {
                        answered.accept(List.copyOf(found));
                    } else {
                        failed.run();
                    }
                });
    }
}
