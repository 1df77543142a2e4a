package parley.words;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The words that somebody looks for: a text is found that holds all of them, the last also as the
/// beginning of one. Nothing in what they wrote is an operator.
///
/// @param words all but the last, each once, folded
/// @param beginning the last, folded; empty where there is no word at all
public record Wanted(List<String> words, String beginning) {
    public Wanted {
        words = List.copyOf(words);
    }

    /// What somebody wrote into a search field.
    public static Wanted of(String text) {
        List<Word> all = Word.of(text);
        if (all.isEmpty()) {
            return new Wanted(List.of(), "");
        }
        Set<String> distinct = new LinkedHashSet<>();
        all.subList(0, all.size() - 1).forEach(word -> distinct.add(word.folded()));
        return new Wanted(List.copyOf(distinct), all.getLast().folded());
    }

    /// Whether there is nothing to look for; no text is found by it.
    public boolean isEmpty() {
        return beginning.isEmpty();
    }

    /// Whether this text is one that is looked for.
    public boolean isIn(String text) {
        if (isEmpty()) {
            return false;
        }
        Set<String> there = Word.of(text).stream().map(Word::folded).collect(Collectors.toSet());
        return there.containsAll(words)
                && there.stream().anyMatch(word -> word.startsWith(beginning));
    }

    /// The words of a text for which it is found, in order.
    public List<Word> marks(String text) {
        return isEmpty() ? List.of() : Word.of(text).stream().filter(this::isWanted).toList();
    }

    private boolean isWanted(Word word) {
        return words.contains(word.folded()) || word.folded().startsWith(beginning);
    }
}
