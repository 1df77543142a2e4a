package parley.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class ContrastTest {
    private static final Pattern COLOUR =
            Pattern.compile("-parley-([a-z0-9-]+): (#[0-9a-f]{6,8});");
    private static final double READABLE = 4.5;
    private static final double VISIBLE = 3;

    private final Map<String, Color> light = new HashMap<>();
    private final Map<String, Color> dark = new HashMap<>();

    ContrastTest() throws IOException {
        String[] blocks = sheet("tokens.css").split("@media", 2);
        read(blocks[0], light);
        dark.putAll(light);
        read(blocks[1], dark);
    }

    @ParameterizedTest
    @CsvSource({
        "text, surface",
        "text, sidebar",
        "text, raised",
        "text, hover",
        "text, selected",
        "text, theirs",
        "text, mine",
        "text, private-mine",
        "text, private-surface",
        "text, marked",
        "text, private-marked",
        "text, warn-surface",
        "text, bad-surface",
        "muted, surface",
        "muted, sidebar",
        "muted, raised",
        "muted, selected",
        "muted, theirs",
        "muted, hover",
        "muted, private-surface",
        "accent, surface",
        "accent, raised",
        "accent, theirs",
        "on-accent, accent",
        "on-accent, accent-hover",
        "mine-muted, mine",
        "mine-accent, mine",
        "private-mine-muted, private-mine",
        "private-mine-accent, private-mine",
        "private-text, surface",
        "private-text, sidebar",
        "private-text, selected",
        "private-text, private-surface",
        "private-text, raised",
        "on-private, private",
        "on-private, private-hover",
        "bad, surface",
        "bad, raised",
        "surface, text",
    })
    void whatIsWrittenCanBeReadInBothThemes(String text, String ground) {
        assertThat(contrast(light, text, ground)).isGreaterThanOrEqualTo(READABLE);
        assertThat(contrast(dark, text, ground)).isGreaterThanOrEqualTo(READABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "ok, surface",
        "ok, sidebar",
        "warn, surface",
        "warn, sidebar",
        "bad, sidebar",
        "offline, surface",
        "offline, sidebar",
        "focus, surface",
        "focus, sidebar",
        "private, surface",
        "warn, warn-surface",
        "bad, bad-surface",
    })
    void whatIsOnlyDrawnCanBeSeenInBothThemes(String drawn, String ground) {
        assertThat(contrast(light, drawn, ground)).isGreaterThanOrEqualTo(VISIBLE);
        assertThat(contrast(dark, drawn, ground)).isGreaterThanOrEqualTo(VISIBLE);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"})
    void initialsCanBeReadOnEachColourOfNames(int colour) throws IOException {
        Matcher found =
                Pattern.compile("colour-" + colour + " \\{ -parley-avatar: (#[0-9a-f]{6});")
                        .matcher(sheet("kit.css"));

        assertThat(found.find()).isTrue();
        assertThat(Contrast.of(Color.WHITE, Color.web(found.group(1))))
                .isGreaterThanOrEqualTo(READABLE);
    }

    private static double contrast(Map<String, Color> theme, String text, String ground) {
        return Contrast.of(
                Objects.requireNonNull(theme.get(text), text),
                Objects.requireNonNull(theme.get(ground), ground));
    }

    private static void read(String block, Map<String, Color> into) {
        Matcher each = COLOUR.matcher(block);
        while (each.find()) {
            into.put(each.group(1), Color.web(each.group(2)));
        }
    }

    private static String sheet(String name) throws IOException {
        try (InputStream sheet = Objects.requireNonNull(Look.class.getResourceAsStream(name))) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
