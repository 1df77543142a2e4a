package parley.desktop.simulation;

import org.jspecify.annotations.Nullable;

import parley.protocol.UserName;
import parley.server.conversation.Directory;
import parley.server.net.SessionTable;
import parley.server.net.SteppedServer;
import parley.server.net.SteppedSession;

import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The machine that the server runs on: starts it, and kills it.
final class Host {
    private static final Duration DOWN = Duration.ofSeconds(4);

    private final World world;
    private final Log log;
    private final Directory directory;
    private final Witness witness;
    private final Set<Cable> cables = new LinkedHashSet<>();
    private Odds odds;
    private @Nullable Life life;

    private record Life(Process process, SteppedServer server) {}

    Host(World world, Log log, List<UserName> users, Odds odds, Witness witness) {
        this.world = world;
        this.log = log;
        this.directory = name -> UserName.parse(name).filter(users::contains);
        this.odds = odds;
        this.witness = witness;
    }

    void start() {
        if (life != null) {
            return;
        }
        Process process = new Process(world);
        SessionTable table = new SessionTable();
        Writer writer = new Writer(world, log, odds, table::online, process);
        SteppedServer server =
                new SteppedServer(
                        new SteppedServer.Ground<>(
                                writer, table, directory, world, process, witness));
        writer.onTold(server::batchTold);
        life = new Life(process, server);
    }

    /// Kills it; it comes back.
    void crash() {
        Life dying = life;
        if (dying != null) {
            dying.process.kill();
            life = null;
            witness.serverDied();
            List.copyOf(cables).forEach(Cable::serverDied);
            cables.clear();
            world.after(world.upTo(DOWN), this::start);
        }
    }

    /// Nothing goes wrong any more, from the next start on.
    void heal(Odds calm) {
        odds = calm;
    }

    boolean isUp() {
        return life != null;
    }

    SteppedSession accept(Cable cable, OutputStream out) {
        Life serving = life;
        if (serving == null) {
            throw new IllegalStateException("nobody listens");
        }
        cables.add(cable);
        return serving.server.accept(out, ends(cable));
    }

    private static SteppedSession.Ends ends(Cable cable) {
        return new SteppedSession.Ends() {
            @Override
            public boolean answers() {
                return cable.answers();
            }

            @Override
            public void close() {
                cable.serverCloses();
            }
        };
    }

    boolean serves(Cable cable) {
        return cables.contains(cable);
    }
}
