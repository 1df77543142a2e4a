package parley.server.storage;

import parley.protocol.UserName;
import parley.server.conversation.Conversation;
import parley.words.Wanted;
import parley.words.Word;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The language of the index: what stands in it for a message, and how it is asked.
///
/// Beside its words an entry holds who may read it, as terms that no word can be: `#c7` for the
/// chat, `#u3` for each of two members. So whoever has said little is not searched for among all
/// that others have said. Words are broken and folded before they get there; SQLite only splits at
/// blanks, and nothing of a text is an operator.
final class SearchTerms {
    /// Characters of a word that the index knows it by; what is longer is compared in the log.
    private static final int WORD = 64;

    /// Words that the index is asked for at once, the longest; the log is asked for all.
    private static final int WORDS = 16;

    private final People people;

    SearchTerms(People people) {
        this.people = people;
    }

    /// What stands in the index for a message.
    String entry(ChatHead chat, String text) {
        List<Integer> members =
                switch (chat.conversation()) {
                    case Conversation.OfAll() -> List.of();
                    case Conversation.OfTwo(UserName low, UserName high) ->
                            Stream.of(low, high)
                                    .flatMap(name -> people.find(name).stream())
                                    .map(Person::id)
                                    .toList();
                };
        return String.join(" ", terms(chat.id(), members, text));
    }

    /// The terms of a message.
    ///
    /// @param members both of them; none where everyone hears it
    static Set<String> terms(int chat, List<Integer> members, String text) {
        Set<String> terms = new LinkedHashSet<>();
        Word.of(text).forEach(word -> terms.add(cut(word.folded())));
        terms.add(inChat(chat));
        members.forEach(member -> terms.add(by(member)));
        return terms;
    }

    /// What to ask the index, so that it names all messages that are wanted, and few others.
    ///
    /// @param reader nobody where they have never said or heard anything
    String question(ChatHead ofAll, Optional<Person> reader, Optional<ChatHead> in, Wanted wanted) {
        Stream<String> words =
                wanted.words().stream()
                        .map(SearchTerms::cut)
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .limit(WORDS)
                        .map(SearchTerms::quoted);
        Stream<String> others =
                Stream.of(quoted(cut(wanted.beginning())) + " *", readable(ofAll, reader, in));
        return Stream.concat(words, others).collect(Collectors.joining(" AND "));
    }

    private static String readable(ChatHead ofAll, Optional<Person> reader, Optional<ChatHead> in) {
        if (in.isPresent()) {
            return quoted(inChat(in.get().id()));
        }
        List<String> terms =
                Stream.concat(
                                Stream.of(inChat(ofAll.id())),
                                reader.stream().map(Person::id).map(SearchTerms::by))
                        .map(SearchTerms::quoted)
                        .toList();
        return "(" + String.join(" OR ", terms) + ")";
    }

    private static String inChat(int chat) {
        return "#c" + chat;
    }

    private static String by(int member) {
        return "#u" + member;
    }

    /// Letters, digits and marks need no more; there are no quotes in a word.
    private static String quoted(String term) {
        return '"' + term + '"';
    }

    private static String cut(String word) {
        return word.length() <= WORD || word.codePointCount(0, word.length()) <= WORD
                ? word
                : word.substring(0, word.offsetByCodePoints(0, WORD));
    }
}
