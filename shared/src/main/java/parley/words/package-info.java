/// What a word is, for all who search: the server's index, its log and a desktop without a line
/// break and compare words in this one way. Start with [parley.words.Wanted].
@NullMarked
package parley.words;

import org.jspecify.annotations.NullMarked;
