package parley.desktop.hosts;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// A network device of Linux behind which no wire is, but this object: what the system sends
/// through it is read here, and what is written here, the system receives. See `tun(7)` of the
/// kernel's documentation, `networking/tuntap`. It is gone when it is closed, and when this process
/// ends. Reading and writing are for a thread each.
final class Tunnel implements AutoCloseable {
    private static final int READ_AND_WRITE = 2;
    private static final long SET_INTERFACE = 0x400454caL;
    private static final short PACKETS_ALONE = 0x1001;
    private static final long REQUEST_BYTES = 40;
    private static final long NAME_BYTES = 16;
    private static final int LONGEST_PACKET = 65_535;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final MemoryLayout POINTER = ValueLayout.ADDRESS;
    private static final MethodHandle OPEN = call("open", INT, POINTER, INT);
    private static final MethodHandle IOCTL = call("ioctl", INT, INT, LONG, POINTER);
    private static final MethodHandle READ = call("read", LONG, INT, POINTER, LONG);
    private static final MethodHandle WRITE = call("write", LONG, INT, POINTER, LONG);
    private static final MethodHandle CLOSE = call("close", INT, INT);

    private final Arena arena = Arena.ofShared();
    private final MemorySegment incoming = arena.allocate(LONGEST_PACKET);
    private final MemorySegment outgoing = arena.allocate(LONGEST_PACKET);
    private final int file;
    private final String name;

    private static MethodHandle call(String name, MemoryLayout gives, MemoryLayout... takes) {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor shape = FunctionDescriptor.of(gives, takes);
        MemorySegment function = linker.defaultLookup().findOrThrow(name);
        return name.equals("ioctl") || name.equals("open")
                ? linker.downcallHandle(function, shape, Linker.Option.firstVariadicArg(2))
                : linker.downcallHandle(function, shape);
    }

    private Tunnel(MemorySegment path, MemorySegment request) throws Throwable {
        file = checked((int) OPEN.invokeExact(path, READ_AND_WRITE), "open");
        request.setString(0, "parley%d");
        request.set(ValueLayout.JAVA_SHORT, NAME_BYTES, PACKETS_ALONE);
        checked((int) IOCTL.invokeExact(file, SET_INTERFACE, request), "ioctl");
        name = request.getString(0);
    }

    /// Makes one, with a name that no other has.
    static Tunnel open() {
        try (Arena brief = Arena.ofConfined()) {
            return new Tunnel(brief.allocateFrom("/dev/net/tun"), brief.allocate(REQUEST_BYTES));
        } catch (Throwable failed) {
            throw new IllegalStateException("no tunnel", failed);
        }
    }

    private static int checked(int outcome, String call) {
        if (outcome < 0) {
            throw new IllegalStateException(call + " of a tunnel failed");
        }
        return outcome;
    }

    /// Carries it into a namespace, under this name there.
    void moveTo(Namespace place, String newName) {
        Command.run("ip", "link", "set", name, "netns", place.name(), "name", newName);
    }

    /// The next packet; an empty one when the device has gone.
    byte[] read() {
        try {
            long length = (long) READ.invokeExact(file, incoming, (long) LONGEST_PACKET);
            return incoming.asSlice(0, Math.max(0, length)).toArray(ValueLayout.JAVA_BYTE);
        } catch (Throwable impossible) {
            throw new IllegalStateException("read", impossible);
        }
    }

    /// Lets the system receive a packet. Lost, as packets are, where the device has gone.
    void write(byte[] packet) {
        try {
            MemorySegment.copy(packet, 0, outgoing, ValueLayout.JAVA_BYTE, 0, packet.length);
            long _ = (long) WRITE.invokeExact(file, outgoing, (long) packet.length);
        } catch (Throwable impossible) {
            throw new IllegalStateException("write", impossible);
        }
    }

    @Override
    public void close() {
        try {
            int _ = (int) CLOSE.invokeExact(file);
        } catch (Throwable impossible) {
            throw new IllegalStateException("close", impossible);
        }
    }
}
