package parley.desktop.peer;

import org.jspecify.annotations.Nullable;

import parley.protocol.UserName;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The files of one private chat, both ways, and what of them goes on its line when: pieces are
/// handed to it only as it takes them, two loads at a time, so that a text has to wait for these at
/// most; files that move take turns. They outlive a line, but not the chat. On the strand only.
final class Freight implements Dock {
    private static final int FRAME = 128;

    private final UserName person;
    private final Strand strand;
    private final Disk disk;
    private final Consumer<PeerChange> tell;
    private final Disk.Lane hashing;
    private final Map<String, OutgoingFile> out = new LinkedHashMap<>();
    private final Map<String, IncomingFile> in = new LinkedHashMap<>();
    private final Deque<OutgoingFile> turns = new ArrayDeque<>();
    private @Nullable Carrier line;
    private FrameBudget budget;
    private int lines;
    private int inLine;
    private int piecesALoad = 1;
    private boolean offering;
    private boolean due;
    private boolean ticking;

    /// What carries it.
    interface Carrier {
        void say(PeerFrame frame);

        /// Says all of this, releases it, and does the other thing once it is handed to the
        /// network.
        void carry(List<PeerFrame.FileData> load, Runnable written);

        /// The other side has broken the rules.
        void offended();
    }

    Freight(UserName person, Setting setting, Consumer<PeerChange> tell) {
        this.person = person;
        this.strand = setting.strand();
        this.disk = setting.disk();
        this.tell = tell;
        this.hashing = disk.lane();
        this.budget = new FrameBudget(strand.nanos());
    }

    // ---- what the owner wants

    /// Offers a file.
    void offer(String file, Path path) {
        OutgoingFile offered = new OutgoingFile(file, path, this);
        long before = living(out.values(), OutgoingFile::isOver);
        out.put(file, offered);
        if (before >= PeerLimits.FILES) {
            offered.refuse();
        } else {
            offered.prepare(hashing);
            if (offering) {
                offered.joined();
            }
        }
    }

    void accept(String file, Path folder) {
        incoming(file).ifPresent(it -> it.accept(folder));
    }

    void decline(String file) {
        incoming(file).ifPresent(IncomingFile::decline);
    }

    void pause(String file) {
        outgoing(file).ifPresent(OutgoingFile::pause);
        incoming(file).ifPresent(IncomingFile::pause);
    }

    void resume(String file) {
        outgoing(file).ifPresent(OutgoingFile::resume);
        incoming(file).ifPresent(IncomingFile::resume);
    }

    void cancel(String file) {
        outgoing(file).ifPresent(OutgoingFile::cancel);
        incoming(file).ifPresent(IncomingFile::cancel);
    }

    private Optional<OutgoingFile> outgoing(String file) {
        return Optional.ofNullable(out.get(file));
    }

    private Optional<IncomingFile> incoming(String file) {
        return Optional.ofNullable(in.get(file));
    }

    private static <T> long living(Collection<T> files, Predicate<T> over) {
        return files.stream().filter(over.negate()).count();
    }

    // ---- the line

    /// There is a line, perhaps in place of another.
    void joined(Carrier carrier) {
        broke();
        line = carrier;
        lines++;
        piecesALoad = 1;
        budget = new FrameBudget(strand.nanos());
        Stream.concat(
                        out.values().stream().map(OutgoingFile::lastWords),
                        in.values().stream().map(IncomingFile::lastWords))
                .flatMap(Optional::stream)
                .forEach(carrier::say);
    }

    /// The owner's own files may go to whoever is at the other end of the line.
    void offerAll() {
        if (line != null && !offering) {
            offering = true;
            out.values().forEach(OutgoingFile::joined);
        }
    }

    /// They may not.
    void offerNothing() {
        offering = false;
        out.values().forEach(OutgoingFile::hold);
    }

    /// The line is no more.
    void broke() {
        line = null;
        inLine = 0;
        offering = false;
        out.values().forEach(OutgoingFile::broke);
        in.values().forEach(IncomingFile::broke);
    }

    /// The chat is over, and so is what is not over yet.
    void giveUp() {
        broke();
        out.values().forEach(OutgoingFile::giveUp);
        in.values().forEach(IncomingFile::giveUp);
    }

    // ---- what the other side says

    /// Something about a file, on the line that there is.
    void heard(PeerFrame.OfFile said) {
        boolean fair =
                switch (said) {
                    case PeerFrame.FileOffer offer -> offered(offer);
                    case PeerFrame.FileAccept(String file, long offset) ->
                            known(out.get(file), it -> it.accepted(offset));
                    case PeerFrame.FileAck(String file, long offset) ->
                            known(out.get(file), it -> acknowledged(it, offset));
                    case PeerFrame.FileDone(String file) ->
                            known(out.get(file), OutgoingFile::done);
                    case PeerFrame.FileDecline(String file) -> {
                        outgoing(file).ifPresent(OutgoingFile::declined);
                        yield true;
                    }
                    case PeerFrame.FileCancel(String file, CancelReason reason) -> {
                        outgoing(file).ifPresent(it -> it.cancelled(reason));
                        incoming(file).ifPresent(it -> it.cancelled(reason));
                        yield true;
                    }
                    case PeerFrame.FileData data -> came(data);
                };
        if (!fair && line != null) {
            line.offended();
        }
    }

    /// A word about a file that nobody knows here any more says nothing, but may not be a flood.
    private boolean known(@Nullable OutgoingFile file, Predicate<OutgoingFile> word) {
        return file == null ? withinBudget() : word.test(file);
    }

    private boolean acknowledged(OutgoingFile file, long offset) {
        return (file.isDue(offset) || withinBudget()) && file.acknowledged(offset);
    }

    private boolean came(PeerFrame.FileData data) {
        IncomingFile file = in.get(data.file());
        boolean fits = data.bytes().length() >= PeerLimits.FILE_SHORT || withinBudget();
        return fits && file != null && file.came(data.offset(), data.bytes());
    }

    private boolean withinBudget() {
        return budget.takes(FRAME, strand.nanos());
    }

    private boolean offered(PeerFrame.FileOffer offer) {
        IncomingFile before = in.get(offer.file());
        if (before != null) {
            return before.offeredAgain(offer);
        }
        if (out.containsKey(offer.file())
                || living(in.values(), IncomingFile::isOver) >= PeerLimits.FILES) {
            return false;
        }
        in.put(offer.file(), new IncomingFile(offer, this));
        return true;
    }

    // ---- what moves

    @Override
    public Strand strand() {
        return strand;
    }

    @Override
    public Disk disk() {
        return disk;
    }

    @Override
    public void tell(FileTransfer transfer) {
        tell.accept(new PeerChange.FileMoved(person, transfer));
    }

    @Override
    public void say(PeerFrame frame) {
        if (line != null) {
            line.say(frame);
        }
    }

    @Override
    public void moved() {
        if (!due) {
            due = true;
            strand.execute(this::settle);
        }
    }

    private void settle() {
        due = false;
        forgetOldest(out.values(), OutgoingFile::isOver);
        forgetOldest(in.values(), IncomingFile::isOver);
        admit();
        load();
        if (!ticking) {
            tick();
        }
    }

    private static <T> void forgetOldest(Collection<T> files, Predicate<T> over) {
        if (files.size() > PeerLimits.FILES_OVER) {
            files.stream().filter(over).findFirst().ifPresent(files::remove);
        }
    }

    /// Lets those come for which there is a place.
    private void admit() {
        long moving = in.values().stream().filter(IncomingFile::flows).count();
        in.values().stream()
                .filter(IncomingFile::wantsToFlow)
                .limit(Math.max(0, PeerLimits.FILES_AT_ONCE - moving))
                .toList()
                .forEach(IncomingFile::flow);
    }

    /// Hands to the line what it takes.
    private void load() {
        turns.removeIf(file -> !file.moves());
        for (OutgoingFile file : out.values()) {
            if (turns.size() < PeerLimits.FILES_AT_ONCE && file.moves() && !turns.contains(file)) {
                turns.add(file);
            }
        }
        BooleanSupplier room = () -> line != null && inLine < PeerLimits.FILE_LOADS_IN_LINE;
        for (int missed = 0; missed < turns.size() && room.getAsBoolean(); ) {
            OutgoingFile file = turns.remove();
            turns.add(file);
            missed = send(file) ? 0 : missed + 1;
        }
        turns.forEach(OutgoingFile::readAhead);
    }

    /// Hands over a load of it: what comes behind waits for one of them, not for each piece.
    private boolean send(OutgoingFile file) {
        Carrier carrier = line;
        List<PeerFrame.FileData> load = file.pieces(piecesALoad);
        if (carrier == null || load.isEmpty()) {
            return false;
        }
        int mine = lines;
        long since = strand.nanos();
        inLine++;
        carrier.carry(load, () -> written(load.size(), mine, since));
        return true;
    }

    private void written(int pieces, int on, long since) {
        if (on == lines && line != null) {
            inLine--;
            weigh(pieces, strand.nanos() - since);
            load();
        }
    }

    /// A load is as large as a quick line takes, and a piece on a slow one, where a text would
    /// wait.
    private void weigh(int pieces, long nanos) {
        if (nanos > PeerLimits.FILE_LOAD_TIME.toNanos()) {
            piecesALoad = Math.max(1, piecesALoad / 2);
        } else if (pieces == piecesALoad) {
            piecesALoad = Math.min(2 * piecesALoad, PeerLimits.FILE_PIECES_A_LOAD);
        }
    }

    /// Tells how far those are that move, and again in a while, as long as any does.
    private void tick() {
        boolean moving = false;
        for (OutgoingFile file : out.values()) {
            moving |= file.tick();
        }
        for (IncomingFile file : in.values()) {
            moving |= file.tick();
        }
        ticking = moving;
        if (moving) {
            strand.after(PeerLimits.FILE_TOLD_EVERY, this::tick);
        }
    }
}
