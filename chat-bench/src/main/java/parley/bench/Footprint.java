package parley.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a Java program holds of a machine's memory, seen from outside.
///
/// @param heap KiB that are reachable: what a full collection leaves
/// @param resident KiB that the system has given it; 0 where that is not Linux
record Footprint(long heap, long resident) {
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    /// What is young has been emptied, and what is in use there was begun since.
    private static final Pattern OLD =
            Pattern.compile("^Tenured .*total \\d+K, used (\\d+)K", Pattern.MULTILINE);

    /// Four collections, because the serial collector leaves up to a twentieth of what is dead
    /// where it lies, but for each fourth time.
    private static final String COLLECT_AND_TELL = "GC.run\n".repeat(4) + "GC.heap_info";

    /// Malloc gives back what it keeps for later, as it does from time to time.
    private static final String TRIM = "System.trim_native_heap";

    /// The least of some looks counts: a compiler or a checkpoint takes a MiB or two for a moment.
    private static final int LOOKS = 5;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /// Has the program collect, and looks.
    ///
    /// @throws IOException where it does not answer; only programs of the same Java do
    static Footprint of(long pid) throws IOException {
        long heap = heapIn(ask(pid, COLLECT_AND_TELL));
        long least = Long.MAX_VALUE;
        for (int look = 0; look < LOOKS; look++) {
            ask(pid, TRIM);
            least = Math.min(least, residentKibibytes(pid));
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return new Footprint(heap, least);
    }

    private static String ask(long pid, String commands) throws IOException {
        Process asked =
                new ProcessBuilder(jcmd(), Long.toString(pid), commands)
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader answer = asked.inputReader()) {
            return answer.lines().collect(Collectors.joining("\n"));
        }
    }

    private static String jcmd() {
        return Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    }

    static long heapIn(String said) throws IOException {
        Matcher found = OLD.matcher(said);
        if (!found.find()) {
            throw new IOException("not the heap of a serial collector: " + said);
        }
        return Long.parseLong(found.group(1));
    }

    static long residentKibibytes(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        Matcher found = RESIDENT.matcher(Files.readString(status));
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }
}
