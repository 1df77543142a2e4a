package parley.desktop.simulation;

import org.jspecify.annotations.Nullable;

import parley.desktop.client.SteppedDesktop;
import parley.desktop.local.SteppedDisk;
import parley.desktop.net.Dialer;
import parley.desktop.net.ServerAddress;
import parley.desktop.net.Trouble;
import parley.protocol.Chat;
import parley.protocol.Reply;
import parley.protocol.UserName;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/// A computer with a desktop on it, and the one who sits there. What is on its disk survives.
final class Machine implements Dialer {
    private static final Duration AWAY = Duration.ofSeconds(5);

    private final String name;
    private final UserName user;
    private final World world;
    private final Host host;
    private final Witness witness;
    private final SteppedDisk disk;
    private final Set<Place> arrived = new HashSet<>();
    private final List<Cable> cables = new ArrayList<>();
    private Odds odds;
    private long lastKey;
    private int typed;
    private @Nullable Life life;

    private record Life(Process process, TurnLoop loop, SteppedDesktop desktop) {}

    private record Place(Chat chat, long seq) {}

    Machine(
            String name,
            UserName user,
            World world,
            Host host,
            Odds odds,
            SteppedDisk disk,
            Witness witness) {
        this.name = name;
        this.user = user;
        this.world = world;
        this.host = host;
        this.odds = odds;
        this.disk = disk;
        this.witness = witness;
    }

    String name() {
        return name;
    }

    UserName user() {
        return user;
    }

    Odds odds() {
        return odds;
    }

    Witness witness() {
        return witness;
    }

    List<SteppedDisk.Row> rows() {
        return disk.rows();
    }

    SteppedDesktop desktop() {
        return Objects.requireNonNull(life).desktop;
    }

    boolean isOn() {
        return life != null;
    }

    /// Starts the desktop, where it does not run.
    void start(Sitting how) {
        if (life != null) {
            return;
        }
        Process process = new Process(world);
        TurnLoop loop = new TurnLoop(world, process, this);
        SteppedDesktop desktop =
                new SteppedDesktop(disk.database(), loop, this, world, world::fraction);
        life = new Life(process, loop, desktop);
        loop.execute(() -> desktop.begin(user.toString(), how == Sitting.ELSEWHERE_TOO));
    }

    /// Whether another computer of this user may be on.
    enum Sitting {
        HERE_ALONE,
        ELSEWHERE_TOO
    }

    /// Kills it; it comes back.
    void crash() {
        Life dying = life;
        if (dying != null) {
            dying.process.kill();
            life = null;
            disk.crash();
            cables.forEach(Cable::clientDied);
            cables.clear();
            world.after(world.upTo(AWAY), () -> start(Sitting.HERE_ALONE));
        }
    }

    void heal(Odds calm) {
        odds = calm;
    }

    void cutLines() {
        List.copyOf(cables).forEach(Cable::cut);
    }

    /// Does this on the loop, where a window is open.
    void onDesk(Consumer<SteppedDesktop> deed) {
        Life now = life;
        if (now != null) {
            now.loop.execute(() -> {
                if (now.desktop.isOpen()) {
                    deed.accept(now.desktop);
                }
            });
        }
    }

    /// The writer is told where what was typed could not be kept.
    void types(Chat chat) {
        Life now = life;
        if (now != null && now.desktop.isOpen()) {
            String text = name + "-" + ++typed;
            now.loop.attempt(
                    () -> {
                        now.desktop.send(text, chat, text);
                        now.loop.leave(() -> witness.kept(text));
                    },
                    () -> witness.notKept(text));
        }
    }

    void reads(Chat chat, long seq) {
        onDesk(desktop -> desktop.read(chat, seq));
    }

    void blocks(UserName other) {
        onDesk(desktop -> {
            long lifted = witness.unblocksOf(user, other);
            desktop.block(
                    other,
                    reply -> {
                        if (reply instanceof Reply.Ok) {
                            witness.blockAnswered(user, other, lifted);
                        }
                    });
        });
    }

    void unblocks(UserName other) {
        onDesk(desktop -> {
            witness.unblocks(user, other);
            desktop.unblock(other, reply -> {});
        });
    }

    void types(UserName to) {
        onDesk(desktop -> desktop.typing(to));
    }

    void reconnects() {
        onDesk(SteppedDesktop::reconnect);
    }

    void triesNow() {
        Life now = life;
        if (now != null) {
            now.loop.execute(now.desktop::tryNow);
        }
    }

    /// Whether its disk has, safely, what another said under this number.
    boolean has(Chat chat, long seq) {
        Place place = new Place(chat, seq);
        if (!arrived.contains(place) && life != null && !life.loop.isThinking()) {
            for (SteppedDisk.Arrival arrival : disk.arrivalsSince(lastKey)) {
                lastKey = Math.max(lastKey, arrival.key());
                arrived.add(new Place(arrival.chat(), arrival.seq()));
            }
        }
        return arrived.contains(place);
    }

    @Override
    public Attempt dial(ServerAddress server, Cover cover, Consumer<Dialed> done) {
        TurnLoop loop = Objects.requireNonNull(life).loop;
        boolean[] cancelled = {false};
        world.soon(() ->
                loop.execute(() -> {
                    if (!cancelled[0]) {
                        done.accept(dialed(loop));
                    }
                }));
        return () -> cancelled[0] = true;
    }

    private Dialed dialed(TurnLoop loop) {
        if (!host.isUp()) {
            return new Dialed.Failed(Trouble.NOTHING_LISTENS);
        }
        Cable cable = new Cable(world, this, loop, host);
        cables.add(cable);
        return new Dialed.Connected(cable);
    }
}
