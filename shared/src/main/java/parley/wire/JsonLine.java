package parley.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;

/// Writes one frame as a line: UTF-8 with an LF, keys in the order of the calls, escaped only where
/// RFC 8259 requires it and in the short form where there is one. Serves one thread.
public final class JsonLine {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private byte[] bytes = new byte[256];
    private int length;
    private boolean first = true;

    private JsonLine() {
        put('{');
    }

    /// Begins a frame of this type.
    public static JsonLine of(String type) {
        return new JsonLine().with("type", type);
    }

    /// Adds a string.
    public JsonLine with(String key, String value) {
        key(key);
        string(value);
        return this;
    }

    /// Adds a string, where it is not empty.
    public JsonLine withAny(String key, String value) {
        return value.isEmpty() ? this : with(key, value);
    }

    /// Adds a whole number.
    public JsonLine with(String key, long value) {
        key(key);
        ascii(Long.toString(value));
        return this;
    }

    /// Adds true or false.
    public JsonLine with(String key, boolean value) {
        key(key);
        ascii(value ? "true" : "false");
        return this;
    }

    /// Adds a time, in UTC with milliseconds.
    public JsonLine with(String key, Instant value) {
        key(key);
        put('"');
        ascii(TIME.format(value));
        put('"');
        return this;
    }

    /// Adds a list of strings.
    public JsonLine withStrings(String key, Collection<?> values) {
        beginList(key);
        boolean some = false;
        for (Object value : values) {
            if (some) {
                put(',');
            }
            some = true;
            string(value.toString());
        }
        return endList();
    }

    /// Begins a list of objects.
    JsonLine beginList(String key) {
        key(key);
        put('[');
        first = true;
        return this;
    }

    JsonLine endList() {
        put(']');
        first = false;
        return this;
    }

    /// Begins an object in a list.
    JsonLine beginItem() {
        separate();
        put('{');
        first = true;
        return this;
    }

    /// Begins an object under a key.
    JsonLine beginObject(String key) {
        key(key);
        put('{');
        first = true;
        return this;
    }

    JsonLine endObject() {
        put('}');
        first = false;
        return this;
    }

    /// The line as it goes out.
    public byte[] bytes() {
        put('}');
        put('\n');
        return Arrays.copyOf(bytes, length);
    }

    private void key(String key) {
        separate();
        string(key);
        put(':');
    }

    private void separate() {
        if (!first) {
            put(',');
        }
        first = false;
    }

    private void string(String value) {
        put('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                asciiOrEscape(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < value.length()) {
                fourBytes(Character.toCodePoint(c, value.charAt(++i)));
            } else {
                twoOrThreeBytes(c);
            }
        }
        put('"');
    }

    private void asciiOrEscape(char c) {
        switch (c) {
            case '"' -> ascii("\\\"");
            case '\\' -> ascii("\\\\");
            case '\b' -> ascii("\\b");
            case '\f' -> ascii("\\f");
            case '\n' -> ascii("\\n");
            case '\r' -> ascii("\\r");
            case '\t' -> ascii("\\t");
            default -> {
                if (c < 0x20) {
                    ascii("\\u00");
                    put(HEX[c >> 4]);
                    put(HEX[c & 15]);
                } else {
                    put(c);
                }
            }
        }
    }

    private void twoOrThreeBytes(char c) {
        if (c < 0x800) {
            put(0xc0 | c >> 6);
        } else {
            put(0xe0 | c >> 12);
            put(0x80 | c >> 6 & 0x3f);
        }
        put(0x80 | c & 0x3f);
    }

    private void fourBytes(int point) {
        put(0xf0 | point >> 18);
        put(0x80 | point >> 12 & 0x3f);
        put(0x80 | point >> 6 & 0x3f);
        put(0x80 | point & 0x3f);
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    private void put(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) value;
    }
}
