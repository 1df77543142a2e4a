package parley.wire;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import parley.protocol.Limits;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one JSON object (RFC 8259), and nothing that only looks like one: no byte order mark, no
/// key twice, nothing behind the object, nesting 16 deep at most.
final class StrictJson {
    private static final Pattern ESCAPE =
            Pattern.compile(
                    "\\\\(?:u[dD][89abAB]\\p{XDigit}{2}\\\\u[dD][c-fC-F]\\p{XDigit}{2}"
                            + "|(?<half>u[dD][89a-fA-F]\\p{XDigit}{2})|.)");

    private final JsonReader reader;

    private StrictJson(String line) {
        reader = new JsonReader(new StringReader(line));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(Limits.NESTING + 1);
    }

    /// The object that this line is.
    ///
    /// @throws BadFrame where it is none, with a sentence for people
    static Fields parse(String line) throws BadFrame {
        if (line.startsWith("\ufeff")) {
            throw BadFrame.because("A line must not begin with a byte order mark.");
        }
        try {
            return new StrictJson(line).whole();
        } catch (IOException | IllegalStateException | NumberFormatException malformed) {
            return parseWithoutHalves(line);
        }
    }

    /// Half of a surrogate pair, written as an escape, is JSON, though no frame may hold it and the
    /// reader stops there: as NUL, which no frame may hold either, it lets the `id` be found.
    private static Fields parseWithoutHalves(String line) throws BadFrame {
        String readable =
                ESCAPE.matcher(line)
                        .replaceAll(escape ->
                                Matcher.quoteReplacement(
                                        escape.group("half") == null ? escape.group() : "\\u0000"));
        try {
            return new StrictJson(readable).whole();
        } catch (IOException | IllegalStateException | NumberFormatException malformed) {
            throw BadFrame.because("This line is no JSON object.");
        }
    }

    private Fields whole() throws IOException, BadFrame {
        if (reader.peek() != JsonToken.BEGIN_OBJECT) {
            throw BadFrame.because("A frame is one JSON object on one line.");
        }
        Fields fields = object(1);
        if (reader.peek() != JsonToken.END_DOCUMENT) {
            throw BadFrame.because("There is something behind the object.");
        }
        return fields;
    }

    private Fields object(int depth) throws IOException, BadFrame {
        checkDepth(depth);
        Fields fields = new Fields();
        reader.beginObject();
        while (reader.hasNext()) {
            String key = reader.nextName();
            if (!fields.put(key, value(depth))) {
                throw BadFrame.because("A key stands twice in one object.");
            }
        }
        reader.endObject();
        return fields;
    }

    private List<Object> array(int depth) throws IOException, BadFrame {
        checkDepth(depth);
        List<Object> items = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            items.add(value(depth));
        }
        reader.endArray();
        return items;
    }

    private Object value(int depth) throws IOException, BadFrame {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(depth + 1);
            case BEGIN_ARRAY -> array(depth + 1);
            case STRING -> reader.nextString();
            case NUMBER -> new Fields.Numeral(reader.nextString());
            case BOOLEAN -> reader.nextBoolean();
            case NULL -> {
                reader.nextNull();
                yield Fields.Absent.NULL;
            }
            case NAME, END_ARRAY, END_OBJECT, END_DOCUMENT ->
                    throw BadFrame.because("This line is no JSON object.");
        };
    }

    private static void checkDepth(int depth) throws BadFrame {
        if (depth > Limits.NESTING) {
            throw BadFrame.because("A frame nests at most " + Limits.NESTING + " deep.");
        }
    }
}
