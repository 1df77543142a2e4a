package parley.desktop.kit;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the links in plain text: `http` and `https`, nothing else.
///
/// What follows a link in a sentence, such as a full stop or the bracket that was opened before it,
/// is not part of it. Any thread may use it.
public final class Links {
    private static final Pattern CANDIDATE =
            Pattern.compile("\\bhttps?://[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);
    private static final String ENDS_A_SENTENCE = ".,;:!?'’”»…";
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private Links() {}

    /// A piece of a text.
    public sealed interface Piece {
        /// What is shown.
        String text();
    }

    /// Words.
    public record Words(String text) implements Piece {}

    /// A link, shown as it was written.
    public record Link(String text, URI target) implements Piece {}

    /// The pieces that a text is made of; together they are the text.
    public static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        Matcher found = CANDIDATE.matcher(text);
        while (found.find()) {
            String link = withoutTail(found.group());
            Optional<URI> target = target(link);
            if (target.isPresent()) {
                addWords(pieces, text.substring(done, found.start()));
                pieces.add(new Link(link, target.get()));
                done = found.start() + link.length();
            }
        }
        addWords(pieces, text.substring(done));
        return List.copyOf(pieces);
    }

    private static void addWords(List<Piece> pieces, String words) {
        if (!words.isEmpty()) {
            pieces.add(new Words(words));
        }
    }

    private static String withoutTail(String candidate) {
        int end = candidate.length();
        while (end > 0 && isTail(candidate, end)) {
            end--;
        }
        return candidate.substring(0, end);
    }

    private static boolean isTail(String candidate, int end) {
        char last = candidate.charAt(end - 1);
        int bracket = CLOSING.indexOf(last);
        return bracket >= 0
                ? count(candidate, end, last) > count(candidate, end, OPENING.charAt(bracket))
                : ENDS_A_SENTENCE.indexOf(last) >= 0;
    }

    private static long count(String text, int end, char wanted) {
        return text.chars().limit(end).filter(each -> each == wanted).count();
    }

    private static Optional<URI> target(String link) {
        try {
            URI target = new URI(new URI(link).toASCIIString());
            String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && target.getRawAuthority() != null ? Optional.of(target) : Optional.empty();
        } catch (URISyntaxException noLink) {
            return Optional.empty();
        }
    }
}
