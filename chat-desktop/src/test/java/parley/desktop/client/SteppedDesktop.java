package parley.desktop.client;

import parley.desktop.local.Database;
import parley.desktop.net.Answer;
import parley.desktop.net.Backoff;
import parley.desktop.net.Dialer;
import parley.desktop.net.LinkState;
import parley.desktop.net.LinkState.Stop;
import parley.desktop.net.Loop;
import parley.desktop.net.ServerAddress;
import parley.desktop.net.SignIn;
import parley.desktop.net.SignInOutcome;
import parley.protocol.Chat;
import parley.protocol.Reply;
import parley.protocol.UserName;

import java.time.InstantSource;
import java.util.function.DoubleSupplier;

/// One life of a desktop's core without a thread: the station that ships, with all behind it. To be
/// used on its loop only, whose turns it makes whole.
public final class SteppedDesktop {
    private static final ServerAddress SERVER = new ServerAddress("simulated", 7331);

    private final Station station;
    private final Promises promises;
    private boolean caughtUp;

    /// Hears what becomes of a block that was asked for.
    public interface Asked {
        void answered(Reply reply);
    }

    public SteppedDesktop(
            Database database,
            Loop loop,
            Dialer dialer,
            InstantSource clock,
            DoubleSupplier chance) {
        promises = new Promises(loop);
        station =
                new Station(
                        database,
                        new Station.World(loop, dialer, new Backoff(chance), clock),
                        promises,
                        this::changed);
    }

    private void changed(Change change) {
        switch (change) {
            case Change.CaughtUp up -> caughtUp = true;
            case Change.Link(LinkState state) when !(state instanceof LinkState.Online) ->
                    caughtUp = false;
            default -> {}
        }
    }

    /// Signs its user in by password where nothing was kept, else by what was.
    public void begin(String user, boolean takeover) {
        if (station.remembered().filter(Client.Remembered::kept).isPresent()) {
            station.resume();
        } else {
            SignIn how = SignIn.byPassword(SERVER, user, "secret").kept();
            station.link().resume(takeover ? how.takingOver() : how);
        }
    }

    /// Signs its user out, to be signed in by password the next time.
    public void signOut() {
        station.signOut(Client.Leaving.FORGETTING, () -> {});
    }

    public void commit() {
        station.commit();
    }

    public void undo(RuntimeException failure) {
        station.undo(failure);
    }

    /// Whether its window is open.
    public boolean isOpen() {
        return station.desk().isPresent();
    }

    public void send(String id, Chat chat, String text) {
        station.desk().ifPresent(desk -> desk.letters().send(id, chat, text));
    }

    public void read(Chat chat, long seq) {
        station.desk().ifPresent(desk -> desk.read(chat, seq));
    }

    public void typing(UserName user) {
        station.desk().ifPresent(desk -> desk.typing(user));
    }

    public void block(UserName user, Asked asked) {
        station.desk().ifPresent(desk -> desk.directory().block(user, answer(asked)));
    }

    public void unblock(UserName user, Asked asked) {
        station.desk().ifPresent(desk -> desk.directory().unblock(user, answer(asked)));
    }

    private static Answer answer(Asked asked) {
        return new Answer() {
            @Override
            public void came(Reply reply) {
                asked.answered(reply);
            }

            @Override
            public void lost() {}
        };
    }

    /// Drops the line and comes back.
    public void reconnect() {
        caughtUp = false;
        station.link().reconnect();
    }

    public void tryNow() {
        caughtUp = false;
        station.link().tryNow();
    }

    /// Whether it stays away, because of a session elsewhere.
    public boolean isTakenOver() {
        return station.state() instanceof LinkState.Stopped(Stop why)
                && (why instanceof Stop.TakenOver
                        || why instanceof Stop.Refused(SignInOutcome.AlreadyOnline elsewhere));
    }

    public LinkState link() {
        return station.state();
    }

    /// Whether it is signed in and has all that there was when it came in.
    public boolean isCaughtUp() {
        return caughtUp && station.state() instanceof LinkState.Online;
    }
}
