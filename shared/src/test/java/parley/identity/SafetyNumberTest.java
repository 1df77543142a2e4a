package parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import parley.identity.SafetyNumber.Person;
import parley.identity.SafetyNumber.Side;

import java.util.HexFormat;

class SafetyNumberTest {
    private static final Fingerprint SERVER = key('s');
    private static final Person YODA = new Person("yoda", SERVER, key('y'));
    private static final Person LUKE = new Person("luke", SERVER, key('l'));

    /// The vector that libsignal publishes for version 0.
    @Test
    void isWhatSignalMakesOfTheSameKeysAndNames() {
        Side alice =
                side(
                        "+14152222222",
                        "0506863bc66d02b40d27b8d49ca7c09e9239236f9d7d25d6fcca5ce13c7064d868");
        Side bob =
                side(
                        "+14153333333",
                        "05f781b6fb32fed9ba1cf2de978d4d5da28dc34046ae814402b5c0dbd96fda907b");

        assertThat(SafetyNumber.of(alice, bob).digits())
                .isEqualTo("300354477692869396892869876765458257569162576843440918079131");
    }

    @Test
    void isTheSameForBoth() {
        assertThat(SafetyNumber.of(YODA, LUKE)).isEqualTo(SafetyNumber.of(LUKE, YODA));
    }

    @Test
    void isAnotherForEachNameServerAndKey() {
        SafetyNumber right = SafetyNumber.of(YODA, LUKE);

        assertThat(SafetyNumber.of(YODA, new Person("han", SERVER, key('l')))).isNotEqualTo(right);
        assertThat(SafetyNumber.of(YODA, new Person("luke", key('t'), key('l'))))
                .isNotEqualTo(right);
        assertThat(SafetyNumber.of(YODA, new Person("luke", SERVER, key('m')))).isNotEqualTo(right);
    }

    @Test
    void isReadInTwelveGroupsOfFiveDigits() {
        SafetyNumber number = SafetyNumber.of(YODA, LUKE);

        assertThat(number.groups()).hasSize(12).allMatch(group -> group.matches("[0-9]{5}"));
        assertThat(String.join("", number.groups())).isEqualTo(number.digits());
    }

    private static Side side(String name, String key) {
        return new Side(name, HexFormat.of().parseHex(key));
    }

    private static Fingerprint key(char letter) {
        return new Fingerprint(String.valueOf(letter).repeat(42) + "A");
    }
}
