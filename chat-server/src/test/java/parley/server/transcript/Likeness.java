package parley.server.transcript;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Compares what was heard with what a page says, and remembers what stood in place of its
/// placeholders.
///
/// `"<time>"` is any time and `"<seconds>"` any whole number from 1, each time another; any other
/// `"<name>"` is one string throughout. An error's `message` is any sentence. Everything else must
/// be equal, no field more and none less; the order of the fields is free. Serves one thread.
final class Likeness {
    private static final Pattern PLACEHOLDER = Pattern.compile("<([a-z-]+)>");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z");
    private static final Pattern SECONDS = Pattern.compile("[1-9]\\d*");

    private static final JsonElement ERROR = new JsonPrimitive("error");

    private final Map<String, String> known = new HashMap<>();

    /// What is typed where the page says this.
    ///
    /// @throws IllegalStateException where a placeholder stands for nothing yet
    String filled(String line) {
        return PLACEHOLDER
                .matcher(line)
                .replaceAll(found -> {
                    String value = known.get(found.group(1));
                    if (value == null) {
                        throw new IllegalStateException(
                                "nothing was heard yet for " + found.group());
                    }
                    return Matcher.quoteReplacement(value);
                });
    }

    /// Whether the line that was heard is like the one of the page.
    boolean isLike(String page, String heard) {
        JsonElement wanted = JsonParser.parseString(page);
        JsonElement got = JsonParser.parseString(heard);
        return wanted.isJsonObject() && got.isJsonObject() && isLike(wanted, got);
    }

    private boolean isLike(JsonElement wanted, JsonElement got) {
        if (wanted instanceof JsonObject object) {
            return got instanceof JsonObject other && areLike(object, other);
        }
        if (wanted instanceof JsonArray list) {
            return got instanceof JsonArray other && areLike(list, other);
        }
        return isPlaceholder(wanted) ? stands(wanted.getAsString(), got) : wanted.equals(got);
    }

    private boolean areLike(JsonObject wanted, JsonObject got) {
        if (!wanted.keySet().equals(got.keySet())) {
            return false;
        }
        boolean isError = ERROR.equals(wanted.get("type"));
        return wanted.keySet().stream()
                .allMatch(key ->
                        isError && key.equals("message")
                                ? !got.get(key).getAsString().isBlank()
                                : isLike(wanted.get(key), got.get(key)));
    }

    private boolean areLike(JsonArray wanted, JsonArray got) {
        if (wanted.size() != got.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!isLike(wanted.get(i), got.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlaceholder(JsonElement wanted) {
        return wanted.isJsonPrimitive()
                && wanted.getAsJsonPrimitive().isString()
                && PLACEHOLDER.matcher(wanted.getAsString()).matches();
    }

    private boolean stands(String placeholder, JsonElement got) {
        if (!got.isJsonPrimitive()) {
            return false;
        }
        String value = got.getAsString();
        return switch (placeholder) {
            case "<time>" -> TIME.matcher(value).matches();
            case "<seconds>" ->
                    got.getAsJsonPrimitive().isNumber() && SECONDS.matcher(value).matches();
            default -> {
                String name = placeholder.substring(1, placeholder.length() - 1);
                yield known.computeIfAbsent(name, first -> value).equals(value);
            }
        };
    }
}
