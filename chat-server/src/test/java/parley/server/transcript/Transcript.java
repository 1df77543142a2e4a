package parley.server.transcript;

import parley.server.transcript.Turn.Act;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The turns that stand in a page's fenced `transcript` block, in their order. Empty lines and
/// lines that begin with `#` are for readers.
record Transcript(List<Turn> turns) {
    private static final String BEGIN = "```transcript";
    private static final String END = "```";
    private static final Pattern SAID = Pattern.compile("(\\w+)([<>]) (\\{.*})");
    private static final Pattern CONNECTS = Pattern.compile("(\\w+) connects");
    private static final Pattern HANGS_UP = Pattern.compile("(\\w+) hangs up");
    private static final Pattern IS_HUNG_UP_ON = Pattern.compile("the server hangs up on (\\w+)");
    private static final Map<String, Act> SERVER =
            Map.of(
                    "the server ends", new Act.ServerEnds(),
                    "the server is killed", new Act.ServerIsKilled(),
                    "the server starts", new Act.ServerStarts());

    Transcript {
        turns = List.copyOf(turns);
    }

    /// The transcript of this page.
    ///
    /// @throws IllegalArgumentException where it has none, or a line that is no turn
    static Transcript in(List<String> page) {
        List<Turn> turns = new ArrayList<>();
        int begin = page.indexOf(BEGIN);
        if (begin < 0) {
            throw new IllegalArgumentException("no transcript in this page");
        }
        for (int i = begin + 1; i < page.size() && !page.get(i).equals(END); i++) {
            String line = page.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                turns.add(turn(i + 1, line));
            }
        }
        return new Transcript(turns);
    }

    private static Turn turn(int at, String line) {
        Act server = SERVER.get(line);
        if (server != null) {
            return new Turn(at, "", server);
        }
        Matcher said = SAID.matcher(line);
        if (said.matches()) {
            String json = said.group(3);
            boolean typed = said.group(2).equals(">");
            return new Turn(at, said.group(1), typed ? new Act.Types(json) : new Act.Hears(json));
        }
        Matcher connects = CONNECTS.matcher(line);
        if (connects.matches()) {
            return new Turn(at, connects.group(1), new Act.Connects());
        }
        Matcher hangsUp = HANGS_UP.matcher(line);
        if (hangsUp.matches()) {
            return new Turn(at, hangsUp.group(1), new Act.HangsUp());
        }
        Matcher isHungUpOn = IS_HUNG_UP_ON.matcher(line);
        if (isHungUpOn.matches()) {
            return new Turn(at, isHungUpOn.group(1), new Act.IsHungUpOn());
        }
        throw new IllegalArgumentException("line " + at + " is no turn: " + line);
    }
}
