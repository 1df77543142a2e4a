/// Keeps every Java source of the project in google-java-format's AOSP style.
///
/// Run by the build in a process of its own, because the formatter needs a newer Java than Maven
/// may run on: `java -cp FORMATTER_JARS build/Format.java check|write STAMP FOLDER...`. `check`
/// names the files that are not in style and ends with 1; `write` rewrites them. Sources that have
/// not changed since they were last found in style are known by STAMP, and cost nothing.
import java.util.spi.ToolProvider;

static final String MENDING = "mvn -q -pl build verify -Dformat=write";

void main(String[] arguments) throws IOException {
    boolean write =
            switch (arguments[0]) {
                case "check" -> false;
                case "write" -> true;
                default ->
                        throw new IllegalArgumentException(
                                "-Dformat is check or write, not " + arguments[0]);
            };
    Path stamp = Path.of(arguments[1]);
    List<Path> sources = sourcesBelow(Arrays.stream(arguments).skip(2).map(Path::of).toList());
    if (Files.exists(stamp) && Files.readString(stamp).equals(stateOf(sources))) {
        return;
    }
    if (!inStyle(sources, write ? List.of("--replace") : List.of("--dry-run"))) {
        System.exit(1);
    }
    Files.createDirectories(stamp.getParent());
    Files.writeString(stamp, stateOf(sources));
}

List<Path> sourcesBelow(List<Path> folders) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Path folder : folders.stream().filter(Files::isDirectory).toList()) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
        }
    }
    return sources;
}

/// True where nothing is left to mend; what is left, or cannot be read as Java, is told on standard
/// error.
boolean inStyle(List<Path> sources, List<String> mode) {
    ToolProvider formatter = ToolProvider.findFirst("google-java-format").orElseThrow();
    StringWriter unlike = new StringWriter();
    PrintWriter complaints = new PrintWriter(System.err, true);
    Stream<String> options = Stream.concat(Stream.of("--aosp"), mode.stream());
    String[] command =
            Stream.concat(options, sources.stream().map(Path::toString)).toArray(String[]::new);
    int exit = formatter.run(new PrintWriter(unlike), complaints, command);
    if (!unlike.toString().isEmpty()) {
        System.err.print("Not in the project's format:\n" + unlike.toString().indent(2));
        System.err.println("This mends them: " + MENDING);
        return false;
    }
    return exit == 0;
}

/// A line a file: changes whenever a file is added, removed, renamed or written, and with another
/// formatter.
String stateOf(List<Path> sources) throws IOException {
    StringBuilder state = new StringBuilder(System.getProperty("java.class.path")).append('\n');
    for (Path source : sources) {
        state.append(source).append(' ').append(Files.size(source));
        state.append(' ').append(Files.getLastModifiedTime(source).toInstant()).append('\n');
    }
    return state.toString();
}
