package parley.desktop.peer;

import org.jspecify.annotations.Nullable;

import parley.identity.Fingerprint;
import parley.protocol.DeclineReason;
import parley.protocol.Event;
import parley.protocol.Role;
import parley.protocol.UserName;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One session of a private chat, from the first request to its end: moves from [Stage] to [Stage]
/// and does what each asks for. On the strand only.
final class Session
        implements Petition.Outcome,
                Search.Finder,
                OpenLine.Talk,
                Freight.Carrier,
                Crossroads.Traveller {
    private final UserName person;
    private final Setting setting;
    private final Owner owner;
    private final Petition petition;
    private final Crossroads crossroads;
    private Stage stage;
    private @Nullable Search search;
    private @Nullable OpenLine line;
    private Strand.Alarm deadline = () -> {};

    /// Whose session it is.
    interface Owner {
        /// The session stands otherwise.
        void moved(Session session);

        /// There is a line; what was sent on the one before may be lost.
        void joined(Session session);

        /// The other side said this on the open line.
        void heard(Session session, PeerFrame.Talk said);
    }

    private Session(UserName person, Setting setting, Owner owner, Stage first) {
        this.person = person;
        this.setting = setting;
        this.owner = owner;
        this.stage = first;
        this.petition = new Petition(setting, this);
        this.crossroads = new Crossroads(person, setting, petition, this);
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

    @Override
    public Stage stage() {
        return stage;
    }

    @Override
    public void become(Stage next) {
        stage = next;
        owner.moved(this);
    }

    // ---- the owner and the server bring the two together

    /// Asks the server for an introduction.
    void ask() {
        petition.ask(person);
    }

    /// Says yes to the other side's wish.
    void accept() {
        if (stage instanceof Stage.Invited invited) {
            become(invited.accepted());
            petition.accept(invited.session());
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

    @Override
    public void introduced(String name) {
        switch (stage) {
            case Stage.Asking asking -> become(asking.introduced(name));
            case Stage.Over _ -> petition.cancel(name);
            case Stage.Invited _,
                    Stage.Accepted _,
                    Stage.Doubting _,
                    Stage.Searching _,
                    Stage.NoWay _,
                    Stage.Talking _ -> {}
        }
    }

    @Override
    public void refused(Ending why) {
        if (stage instanceof Stage.Arranging) {
            over(why);
        }
    }

    /// The session with the server is over: there will be no introduction.
    @Override
    public void serverLost() {
        refused(new Ending.NoServer());
    }

    /// The server says that it came to nothing.
    void declined(String name, DeclineReason reason) {
        if (stage instanceof Stage.Asking(String session) && session.isEmpty()) {
            petition.declinedEarly(name, reason);
        } else {
            refused(Endings.of(reason));
        }
    }

    /// The other side asks again, with a newer key.
    void askedAgain(Fingerprint newer) {
        if (stage instanceof Stage.Invited invited) {
            become(invited.with(newer, setting.known().look(person, newer)));
        }
    }

    /// Both have agreed.
    void ready(Event.PrivateReady ready) {
        if (!(stage instanceof Stage.Agreeing agreeing)) {
            return;
        }
        Fingerprint key = new Fingerprint(ready.key());
        Instant until = setting.strand().time().plus(setting.searchTime());
        if (agreeing instanceof Stage.Accepted accepted && accepted.holds(key)) {
            connect(accepted.ready(introduction(ready, accepted.acquaintance()), until));
            return;
        }
        Acquaintance known = setting.known().look(person, key);
        Introduction introduction = introduction(ready, known);
        if (known == Acquaintance.CHANGED) {
            become(agreeing.doubted(introduction, until));
        } else {
            connect(agreeing.ready(introduction, until));
        }
    }

    /// Who gives no address away dials nobody either, whatever the server says.
    private Introduction introduction(Event.PrivateReady ready, Acquaintance known) {
        Introduction introduction = setting.introduction(ready, known);
        return petition.isHidden() ? introduction.withoutAddresses() : introduction;
    }

    // ---- the desktops look for each other

    private void connect(Stage.Connecting connecting) {
        if (connecting.introduction().addresses().isEmpty()) {
            become(connecting);
            crossroads.foundNoWay(connecting);
            return;
        }
        boolean first = connecting.introduction().role() == Role.DIAL;
        Duration left = Duration.between(setting.strand().time(), connecting.until());
        deadline = setting.strand().after(left, this::outOfTime);
        search(connecting, first ? Duration.ZERO : PeerLimits.LISTENER_DIALS_AFTER);
    }

    private void reconnect(Stage.Talking talking) {
        Instant until = limit(PeerLimits.RECONNECT_FOR);
        search(talking.broke(until), Duration.ZERO);
        if (crossroads.isAgreed() && search != null) {
            search.alsoByRelay();
        }
    }

    @Override
    public Instant limit(Duration time) {
        deadline.cancel();
        deadline = setting.strand().after(time, this::outOfTime);
        return setting.strand().time().plus(time);
    }

    private void search(Stage.Searching next, Duration delay) {
        search = new Search(next.introduction(), setting, this, delay);
        become(next);
        setting.lobby().look();
    }

    private void outOfTime() {
        switch (stage) {
            case Stage.Connecting connecting -> crossroads.foundNoWay(connecting);
            case Stage.Wanted wanted -> crossroads.stand(wanted, Detour.OFFERED);
            case Stage.Relaying relaying when search != null ->
                    crossroads.stand(relaying, search.detour());
            case Stage.Searching _ -> over(new Ending.Lost());
            case Stage.Arranging _,
                    Stage.Doubting _,
                    Stage.NoWay _,
                    Stage.Talking _,
                    Stage.Over _ -> {}
        }
    }

    // ---- there is no direct way

    /// The owner takes the relay.
    void relay() {
        if (stage instanceof Stage.NoWay || stage instanceof Stage.Wanted) {
            crossroads.relay();
        }
    }

    /// The other side waits at the relay.
    void relayWanted() {
        if (stage instanceof Stage.Talking) {
            probe();
        }
        crossroads.wanted();
    }

    /// The owner does not want the relay.
    void declineRelay() {
        crossroads.decline();
    }

    /// The owner thinks so about the relay with this person from now on.
    void relayConsent(Acceptance acceptance) {
        if (stage instanceof Stage.Talking talking) {
            become(talking.with(acceptance));
        }
    }

    /// The other side's owner does not want the relay.
    void relayDeclined() {
        crossroads.refused(Detour.DECLINED);
    }

    @Override
    public void relayRefused(Detour why) {
        crossroads.refused(why);
    }

    @Override
    public List<Ending.Path> paths() {
        return search == null ? List.of() : search.paths();
    }

    @Override
    public void stopSearching() {
        deadline.cancel();
        if (search != null) {
            search.stop();
            search = null;
        }
    }

    @Override
    public Optional<Search> goOnSearching(Stage.Searching next) {
        if (search == null) {
            search(next, Duration.ZERO);
        } else {
            become(next);
        }
        return Optional.ofNullable(search);
    }

    /// Whether the server calls it so.
    boolean isCalled(String name) {
        return stage.together().filter(known -> known.session().equals(name)).isPresent();
    }

    /// Whether it looks for this key.
    boolean searchesFor(Fingerprint key) {
        return stage instanceof Stage.Searching searching
                && searching.introduction().key().equals(key);
    }

    /// Whether the choice of the line is its own.
    boolean chooses() {
        return stage.together().filter(known -> known.role() == Role.DIAL).isPresent();
    }

    /// Whether the other side, with this key, may open it under this name.
    boolean isChosenBy(Fingerprint key, String name) {
        return leadsTo(key)
                && !chooses()
                && stage.together().filter(known -> known.session().equals(name)).isPresent();
    }

    /// Whether it leads, or may lead, to the desktop with this key.
    boolean leadsTo(Fingerprint key) {
        return stage.together().filter(known -> known.key().equals(key)).isPresent();
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
            case Stage.Talking talking -> {
                opened.say(new PeerFrame.Opened());
                hold(opened);
                become(talking.over(opened));
                owner.joined(this);
            }
            case Stage.Arranging _,
                    Stage.Searching _,
                    Stage.Doubting _,
                    Stage.NoWay _,
                    Stage.Over _ ->
                    opened.close();
        }
    }

    @Override
    public void found(Line one) {
        if (stage instanceof Stage.Searching searching) {
            search = null;
            deadline.cancel();
            hold(one);
            remember(searching.introduction());
            become(searching.opened(one, setting.known().relays(person)));
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
        letGo();
        line = new OpenLine(setting.strand(), one, this);
    }

    private void letGo() {
        if (line != null) {
            line.close();
            line = null;
        }
    }

    /// Says something on the open line; nothing where there is none.
    @Override
    public void say(PeerFrame frame) {
        if (line != null) {
            line.say(frame);
        }
    }

    @Override
    public void carry(List<PeerFrame.FileData> load, Runnable written) {
        if (line != null) {
            line.carry(load, written);
        }
    }

    @Override
    public void offended() {
        letGo();
        broken();
    }

    /// The line may be dead: the peer has dialled anew, or this computer has another network.
    void probe() {
        if (line != null) {
            line.probe();
        }
    }

    @Override
    public void heard(PeerFrame.Talk said) {
        owner.heard(this, said);
    }

    @Override
    public void bye() {
        over(new Ending.ByOther());
    }

    @Override
    public void broken() {
        over(new Ending.BrokeRules());
    }

    @Override
    public void lost() {
        line = null;
        if (stage instanceof Stage.Talking talking) {
            reconnect(talking);
        }
    }

    // ---- the end

    /// The owner does not want it any more, or never did; the other side and the server are told as
    /// far as they know of it.
    void leave() {
        switch (stage) {
            case Stage.Asking(String name) when !name.isEmpty() -> petition.cancel(name);
            case Stage.Invited invited -> petition.decline(invited.session());
            case Stage.Doubting(Introduction introduction, _) ->
                    setting.lobby().farewell(introduction);
            case Stage.Wanted wanted -> petition.decline(wanted.introduction().session());
            case Stage.Asking _,
                    Stage.Accepted _,
                    Stage.Searching _,
                    Stage.NoWay _,
                    Stage.Talking _,
                    Stage.Over _ -> {}
        }
        over(stage.left());
    }

    @Override
    public void over(Ending why) {
        if (stage instanceof Stage.Over) {
            return;
        }
        Optional<Introduction> known = stage.together();
        deadline.cancel();
        if (search != null) {
            search.leave("ended");
            search = null;
        }
        if (line != null) {
            line.leave("ended");
            line = null;
        }
        known.ifPresent(setting.lobby()::farewell);
        become(stage.over(why));
    }
}
