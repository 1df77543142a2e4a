package parley.desktop.peer;

import parley.protocol.DeclineReason;
import parley.protocol.Event;
import parley.protocol.PeerAddress;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.Role;
import parley.protocol.UserName;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A server in memory that does nothing but introduce, by the protocol's steps 1 to 4.
final class Introductions {
    private final Map<UserName, Consumer<Event>> online = new HashMap<>();
    private final Map<String, Waiting> waiting = new HashMap<>();
    private int sessions;
    private final Map<String, Introduced> introduced = new HashMap<>();
    private boolean dead;
    private Introducer.Reach reach = Introducer.Reach.LOOPBACK;
    private boolean relays;
    private final Map<UserName, List<Request>> said = new HashMap<>();

    /// Two who were brought together; their tickets are the session's name, a slash and their own.
    private record Introduced(UserName one, UserName other) {
        private UserName beside(UserName user) {
            return user.equals(one) ? other : one;
        }
    }

    private record Waiting(
            String session, UserName from, UserName to, List<PeerAddress> addresses, String key) {}

    /// The server as this user sees it, over loopback.
    synchronized Introducer signIn(UserName user, Consumer<Event> hears) {
        online.put(user, hears);
        return new Introducer() {
            @Override
            public CompletableFuture<Reply> ask(Request request) {
                return answer(user, request);
            }

            @Override
            public Door dialAgain() throws IOException {
                throw new IOException("there is nothing to dial");
            }

            @Override
            public Reach reach() {
                return reachNow();
            }
        };
    }

    private synchronized Introducer.Reach reachNow() {
        return dead ? Introducer.Reach.NOWHERE : reach;
    }

    /// Is reached over a network from now on.
    synchronized void isElsewhere() {
        reach = Introducer.Reach.NETWORK;
    }

    /// Offers a relay from now on.
    synchronized void relays() {
        relays = true;
    }

    /// Somebody waits at the relay with this ticket.
    synchronized void waitsAtRelay(String ticket) {
        String session = ticket.substring(0, ticket.indexOf('/'));
        UserName waits = UserName.of(ticket.substring(ticket.indexOf('/') + 1));
        beside(session, waits).ifPresent(to -> tell(to, new Event.RelayWanted(session)));
    }

    private Optional<UserName> beside(String session, UserName user) {
        return Optional.ofNullable(introduced.get(session)).map(both -> both.beside(user));
    }

    private String ticket(String session, UserName user) {
        return relays ? session + "/" + user : "";
    }

    synchronized void signOut(UserName user) {
        online.remove(user);
    }

    /// Answers nobody any more.
    synchronized void die() {
        dead = true;
    }

    /// All that this user has said to the server.
    synchronized List<Request> saidBy(UserName user) {
        return List.copyOf(said.getOrDefault(user, List.of()));
    }

    private synchronized CompletableFuture<Reply> answer(UserName user, Request request) {
        said.computeIfAbsent(user, _ -> new ArrayList<>()).add(request);
        if (dead) {
            return CompletableFuture.failedFuture(new IOException("the server is gone"));
        }
        return CompletableFuture.completedFuture(
                switch (request) {
                    case Request.Private(String to, var addresses, String key) ->
                            introduce(user, UserName.of(to), addresses, key);
                    case Request.PrivateAccept(String session, var addresses, String key) ->
                            accept(user, session, addresses, key);
                    case Request.PrivateDecline(String session) ->
                            end(session, user, DeclineReason.DECLINED);
                    case Request.PrivateCancel(String session) ->
                            end(session, user, DeclineReason.CANCELLED);
                    default -> throw new IllegalArgumentException("not asked of an introducer");
                });
    }

    private Reply introduce(UserName from, UserName to, List<PeerAddress> addresses, String key) {
        if (!online.containsKey(to)) {
            return error(Refusal.OFFLINE);
        }
        Optional<Waiting> theirs = between(to, from);
        if (theirs.isPresent()) {
            ready(theirs.get(), addresses, key, from.compareTo(to) > 0);
            return new Reply.Introduced(theirs.get().session);
        }
        String session =
                between(from, to).map(Waiting::session).orElseGet(() -> "session-" + ++sessions);
        waiting.put(session, new Waiting(session, from, to, addresses, key));
        tell(to, new Event.PrivateRequest(session, from, key));
        return new Reply.Introduced(session);
    }

    private Optional<Waiting> between(UserName from, UserName to) {
        return waiting.values().stream()
                .filter(it -> it.from.equals(from) && it.to.equals(to))
                .findFirst();
    }

    private Reply accept(UserName user, String session, List<PeerAddress> addresses, String key) {
        Waiting it = waiting.get(session);
        if (it == null || !it.to.equals(user)) {
            return error(Refusal.UNKNOWN_SESSION);
        }
        ready(it, addresses, key, true);
        return new Reply.Ok();
    }

    private void ready(Waiting it, List<PeerAddress> addresses, String key, boolean askerDials) {
        waiting.remove(it.session);
        Role asker = askerDials ? Role.DIAL : Role.LISTEN;
        Role other = askerDials ? Role.LISTEN : Role.DIAL;
        boolean hidden = addresses.isEmpty() || it.addresses.isEmpty();
        List<PeerAddress> ofAsker = hidden ? List.of() : it.addresses;
        List<PeerAddress> ofOther = hidden ? List.of() : addresses;
        introduced.put(it.session, new Introduced(it.from, it.to));
        tell(
                it.from,
                new Event.PrivateReady(
                        it.session, it.to, asker, ofOther, key, ticket(it.session, it.from)));
        tell(
                it.to,
                new Event.PrivateReady(
                        it.session, it.from, other, ofAsker, it.key, ticket(it.session, it.to)));
    }

    private Reply end(String session, UserName by, DeclineReason reason) {
        Waiting it = waiting.get(session);
        UserName other = reason == DeclineReason.DECLINED ? null : by;
        Optional<UserName> atRelay = beside(session, by);
        if (it == null && atRelay.isPresent()) {
            tell(atRelay.get(), new Event.PrivateDeclined(session, reason));
            return new Reply.Ok();
        }
        if (it == null || (other != null && !it.from.equals(by))) {
            return error(Refusal.UNKNOWN_SESSION);
        }
        waiting.remove(session);
        tell(it.from.equals(by) ? it.to : it.from, new Event.PrivateDeclined(session, reason));
        return new Reply.Ok();
    }

    private void tell(UserName user, Event event) {
        Consumer<Event> hears = online.get(user);
        if (hears != null) {
            hears.accept(event);
        }
    }

    private static Reply error(Refusal code) {
        return new Reply.Error(code, "No: " + code.wire() + ".");
    }
}
