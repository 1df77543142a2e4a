package parley.desktop.peer;

import org.jspecify.annotations.Nullable;

import parley.identity.Fingerprint;
import parley.protocol.DeclineReason;
import parley.protocol.Event;
import parley.protocol.PeerAddress;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.Role;
import parley.protocol.UserName;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One session of a private chat, from the first request to its end: moves from [Stage] to [Stage]
/// and does what each asks for. On the strand only.
final class Session implements Search.Finder, Line.Owner {
    private final UserName person;
    private final Setting setting;
    private final Owner owner;
    private final Map<String, DeclineReason> declinedEarly = new HashMap<>();
    private Stage stage;
    private @Nullable Search search;
    private @Nullable Line line;
    private @Nullable Pulse pulse;
    private Strand.@Nullable Alarm deadline;

    /// Whose session it is.
    interface Owner {
        /// The session stands otherwise.
        void moved(Session session);

        /// There is a line; what was sent on the one before may be lost.
        void joined(Session session);

        /// The other side said this on the open line.
        void heard(Session session, PeerFrame frame);
    }

    private Session(UserName person, Setting setting, Owner owner, Stage first) {
        this.person = person;
        this.setting = setting;
        this.owner = owner;
        this.stage = first;
    }

    /// A session that the owner of this desktop wants; [#ask] begins it.
    static Session wanted(UserName person, Setting setting, Owner owner) {
        return new Session(person, setting, owner, new Stage.Asking(""));
    }

    /// A session that the other side wants.
    static Session invitation(Event.PrivateRequest request, Setting setting, Owner owner) {
        Fingerprint key = new Fingerprint(request.key());
        Acquaintance known = setting.known().look(request.from(), key);
        Stage first = new Stage.Invited(request.session(), key, known);
        return new Session(request.from(), setting, owner, first);
    }

    Stage stage() {
        return stage;
    }

    PeerState shown() {
        return stage.shown();
    }

    /// Whether the owner must say yes or no before it goes on.
    boolean asksOwner() {
        return switch (stage) {
            case Stage.Invited _, Stage.Doubting _ -> true;
            case Stage.Asking _,
                    Stage.Accepted _,
                    Stage.Searching _,
                    Stage.Direct _,
                    Stage.Over _ ->
                    false;
        };
    }

    /// Whether this may be what the server says by this name, which it may not have told yet.
    boolean mayBe(String name) {
        return switch (stage) {
            case Stage.Asking(String session) -> session.isEmpty() || session.equals(name);
            case Stage.Invited invited -> invited.session().equals(name);
            case Stage.Accepted accepted -> accepted.session().equals(name);
            case Stage.Doubting _, Stage.Searching _, Stage.Direct _, Stage.Over _ -> false;
        };
    }

    /// Whether both lead to the same desktop.
    boolean samePeer(Session other) {
        return introduction()
                .map(Introduction::key)
                .equals(other.introduction().map(Introduction::key));
    }

    /// What brought the two together, once the server and the owner have.
    Optional<Introduction> introduction() {
        return switch (stage) {
            case Stage.Searching searching -> Optional.of(searching.introduction());
            case Stage.Direct(Introduction introduction) -> Optional.of(introduction);
            case Stage.Arranging _, Stage.Doubting _, Stage.Over _ -> Optional.empty();
        };
    }

    // ---- the owner and the server bring the two together

    /// Asks the server for an introduction.
    void ask() {
        List<PeerAddress> own = setting.own().get();
        if (own.isEmpty()) {
            over(new Ending.NoServer());
            return;
        }
        request(new Request.Private(person.toString(), own, setting.key().wire()));
    }

    /// Says yes to the other side's wish.
    void accept() {
        if (stage instanceof Stage.Invited invited) {
            List<PeerAddress> own = setting.own().get();
            if (own.isEmpty()) {
                over(new Ending.NoServer());
                return;
            }
            become(invited.accepted());
            request(new Request.PrivateAccept(invited.session(), own, setting.key().wire()));
        }
    }

    /// Goes on with a peer whose key is another than before.
    void goOn() {
        if (stage instanceof Stage.Doubting doubting) {
            if (setting.strand().time().isBefore(doubting.until())) {
                connect(doubting.goOn());
            } else {
                become(doubting.askAnew());
                ask();
            }
        }
    }

    private void request(Request request) {
        var _ =
                setting.introducer()
                        .ask(request)
                        .whenComplete((reply, failure) ->
                                setting.strand()
                                        .execute(() -> {
                                            if (failure == null) {
                                                answered(reply);
                                            } else {
                                                serverLost();
                                            }
                                        }));
    }

    private void answered(Reply reply) {
        switch (reply) {
            case Reply.Introduced(String name) -> introduced(name);
            case Reply.Error error when stage instanceof Stage.Arranging -> over(Endings.of(error));
            default -> {}
        }
    }

    private void introduced(String name) {
        DeclineReason early = declinedEarly.remove(name);
        switch (stage) {
            case Stage.Asking _ when early != null -> over(Endings.of(early));
            case Stage.Asking asking -> become(asking.introduced(name));
            case Stage.Over _ when early == null -> tellServer(new Request.PrivateCancel(name));
            case Stage.Over _,
                    Stage.Invited _,
                    Stage.Accepted _,
                    Stage.Doubting _,
                    Stage.Searching _,
                    Stage.Direct _ -> {}
        }
    }

    private void tellServer(Request request) {
        var _ = setting.introducer().ask(request);
    }

    /// The other side asks again, with a newer key.
    void askedAgain(Fingerprint newer) {
        if (stage instanceof Stage.Invited invited) {
            become(invited.with(newer, setting.known().look(person, newer)));
        }
    }

    /// The server says that it came to nothing.
    void declined(String name, DeclineReason reason) {
        switch (stage) {
            case Stage.Asking(String session) when session.isEmpty() ->
                    declinedEarly.put(name, reason);
            case Stage.Arranging _ -> over(Endings.of(reason));
            case Stage.Doubting _, Stage.Searching _, Stage.Direct _, Stage.Over _ -> {}
        }
    }

    /// Both have agreed.
    void ready(Event.PrivateReady ready) {
        Acquaintance known = knownOf(new Fingerprint(ready.key()));
        Introduction introduction = setting.introduction(ready, known);
        var until = setting.strand().time().plus(PeerLimits.NO_WAY_AFTER);
        boolean doubtful = known == Acquaintance.CHANGED && !hasAccepted(ready);
        switch (stage) {
            case Stage.Asking asking when doubtful -> become(asking.doubted(introduction, until));
            case Stage.Asking asking -> connect(asking.ready(introduction, until));
            case Stage.Accepted accepted when doubtful ->
                    become(accepted.doubted(introduction, until));
            case Stage.Accepted accepted -> connect(accepted.ready(introduction, until));
            case Stage.Invited _,
                    Stage.Doubting _,
                    Stage.Searching _,
                    Stage.Direct _,
                    Stage.Over _ -> {}
        }
    }

    /// What the owner was shown, where the key has been accepted meanwhile.
    private Acquaintance knownOf(Fingerprint key) {
        return stage instanceof Stage.Accepted(_, Fingerprint accepted, Acquaintance then)
                        && accepted.equals(key)
                ? then
                : setting.known().look(person, key);
    }

    private boolean hasAccepted(Event.PrivateReady ready) {
        return stage instanceof Stage.Accepted accepted
                && accepted.key().wire().equals(ready.key());
    }

    /// The session with the server is over: there will be no introduction.
    void serverLost() {
        if (stage instanceof Stage.Arranging) {
            over(new Ending.NoServer());
        }
    }

    // ---- the desktops look for each other

    private void connect(Stage.Connecting connecting) {
        boolean first = connecting.introduction().role() == Role.DIAL;
        Duration left = Duration.between(setting.strand().time(), connecting.until());
        deadline = setting.strand().after(left, this::outOfTime);
        search(connecting, first ? Duration.ZERO : PeerLimits.LISTENER_DIALS_AFTER);
    }

    private void reconnect(Stage.Direct direct) {
        deadline = setting.strand().after(PeerLimits.RECONNECT_FOR, this::outOfTime);
        var until = setting.strand().time().plus(PeerLimits.RECONNECT_FOR);
        search(direct.broke(until), Duration.ZERO);
    }

    private void search(Stage.Searching next, Duration delay) {
        search = new Search(next.introduction(), setting, this, delay);
        become(next);
        setting.lobby().look();
    }

    private void outOfTime() {
        switch (stage) {
            case Stage.Connecting _ when search != null -> over(new Ending.NoWay(search.paths()));
            case Stage.Searching _ -> over(new Ending.Lost());
            case Stage.Arranging _, Stage.Doubting _, Stage.Direct _, Stage.Over _ -> {}
        }
    }

    /// Whether it looks for this key.
    boolean searchesFor(Fingerprint key) {
        return stage instanceof Stage.Searching searching
                && searching.introduction().key().equals(key);
    }

    /// Whether the choice of the line is its own.
    boolean chooses() {
        return introduction().filter(known -> known.role() == Role.DIAL).isPresent();
    }

    /// Whether the other side, with this key, may open it under this name.
    boolean isChosenBy(Fingerprint key, String name) {
        return introduction()
                .filter(known -> known.role() == Role.LISTEN)
                .filter(known -> known.key().equals(key) && known.session().equals(name))
                .isPresent();
    }

    /// Takes a line that the other side dialled, and on which this side may say `open`.
    void take(Line dialledByPeer) {
        if (search == null) {
            dialledByPeer.close();
        } else {
            search.take(dialledByPeer);
        }
    }

    /// Takes a line on which the other side has said `open` for this session.
    void takeOpened(Line opened) {
        switch (stage) {
            case Stage.Searching searching when search != null -> {
                search.take(opened);
                search.heard(opened, new PeerFrame.Open(searching.introduction().session()));
            }
            case Stage.Direct _ -> {
                letGo();
                opened.say(new PeerFrame.Opened());
                hold(opened);
                owner.joined(this);
            }
            case Stage.Arranging _, Stage.Searching _, Stage.Doubting _, Stage.Over _ ->
                    opened.close();
        }
    }

    /// This key's owner has dialled anew: where that is the peer of the open line, it may have lost
    /// it.
    void knocked(Fingerprint key) {
        if (pulse != null && introduction().filter(it -> it.key().equals(key)).isPresent()) {
            pulse.probe();
        }
    }

    @Override
    public void found(Line one) {
        if (stage instanceof Stage.Searching searching) {
            search = null;
            hush();
            hold(one);
            remember(searching.introduction());
            become(searching.opened());
            owner.joined(this);
        } else {
            one.close();
        }
    }

    private void remember(Introduction introduction) {
        if (introduction.acquaintance() != Acquaintance.WELCOME) {
            setting.known().remember(person, introduction.key());
        }
    }

    @Override
    public void turnedAway() {
        if (stage instanceof Stage.Searching) {
            over(new Ending.ByOther());
        }
    }

    // ---- the open line

    private void hold(Line one) {
        line = one;
        one.belongTo(this);
        pulse = new Pulse(setting.strand(), one, this::dead);
    }

    private void letGo() {
        if (pulse != null) {
            pulse.stop();
            pulse = null;
        }
        if (line != null) {
            line.close();
            line = null;
        }
    }

    /// Says something on the open line; nothing where there is none.
    void say(PeerFrame frame) {
        if (line != null) {
            line.say(frame);
        }
    }

    @Override
    public void heard(Line from, PeerFrame frame) {
        if (pulse != null) {
            pulse.heard();
        }
        switch (frame) {
            case PeerFrame.Ping() -> say(new PeerFrame.Pong());
            case PeerFrame.Bye _ -> {
                letGo();
                over(new Ending.ByOther());
            }
            case PeerFrame.Open _, PeerFrame.Opened _, PeerFrame.Pong _, PeerFrame.Unknown _ -> {}
            case PeerFrame.Message _, PeerFrame.Delivered _, PeerFrame.Read _, PeerFrame.Typing _ ->
                    owner.heard(this, frame);
        }
    }

    @Override
    public void broke(Line gone, Line.Break why) {
        switch (why) {
            case GONE -> dead();
            case RULES -> over(new Ending.BrokeRules());
        }
    }

    private void dead() {
        letGo();
        if (stage instanceof Stage.Direct direct) {
            reconnect(direct);
        }
    }

    // ---- the end

    /// The owner does not want it any more, or never did; the other side and the server are told as
    /// far as they know of it.
    void leave() {
        switch (stage) {
            case Stage.Asking(String name) when !name.isEmpty() ->
                    tellServer(new Request.PrivateCancel(name));
            case Stage.Invited invited -> tellServer(new Request.PrivateDecline(invited.session()));
            case Stage.Doubting(Introduction introduction, _) ->
                    setting.lobby().farewell(introduction);
            case Stage.Asking _,
                    Stage.Accepted _,
                    Stage.Searching _,
                    Stage.Direct _,
                    Stage.Over _ -> {}
        }
        over(stage.left());
    }

    private void over(Ending why) {
        if (stage instanceof Stage.Over) {
            return;
        }
        Optional<Introduction> known = introduction();
        hush();
        if (search != null) {
            search.leave("ended");
            search = null;
        }
        if (line != null) {
            line.leave("ended");
            line = null;
        }
        letGo();
        known.ifPresent(setting.lobby()::farewell);
        become(stage.over(why));
    }

    private void hush() {
        if (deadline != null) {
            deadline.cancel();
            deadline = null;
        }
    }

    private void become(Stage next) {
        stage = next;
        owner.moved(this);
    }
}
