package parley.server.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class LikenessTest {
    private final Likeness likeness = new Likeness();

    private boolean isLike(String page, String heard) {
        return likeness.isLike(page.replace('\'', '"'), heard.replace('\'', '"'));
    }

    @Test
    void theOrderOfFieldsIsFreeAndTheirNumberIsNot() {
        assertThat(isLike("{'type':'ok','re':'1'}", "{'re':'1','type':'ok'}")).isTrue();
        assertThat(isLike("{'type':'ok','re':'1'}", "{'type':'ok'}")).isFalse();
        assertThat(isLike("{'type':'ok'}", "{'type':'ok','re':'1'}")).isFalse();
    }

    @Test
    void theOrderOfAListCounts() {
        assertThat(isLike("{'type':'a','l':['x','y']}", "{'type':'a','l':['x','y']}")).isTrue();
        assertThat(isLike("{'type':'a','l':['x','y']}", "{'type':'a','l':['y','x']}")).isFalse();
        assertThat(isLike("{'type':'a','l':['x']}", "{'type':'a','l':['x','y']}")).isFalse();
    }

    @Test
    void aNumberIsNoString() {
        assertThat(isLike("{'type':'sent','seq':1}", "{'type':'sent','seq':'1'}")).isFalse();
    }

    @Test
    void aTimeIsAnyTimeWithMilliseconds() {
        String page = "{'type':'sent','time':'<time>'}";

        assertThat(isLike(page, "{'type':'sent','time':'2026-11-22T15:04:05.123Z'}")).isTrue();
        assertThat(isLike(page, "{'type':'sent','time':'2026-11-22T15:04:05.124Z'}")).isTrue();
        assertThat(isLike(page, "{'type':'sent','time':'2026-11-22T15:04:05Z'}")).isFalse();
    }

    @Test
    void secondsAreANumberFromOne() {
        String page = "{'type':'error','retryAfter':'<seconds>'}";

        assertThat(isLike(page, "{'type':'error','retryAfter':60}")).isTrue();
        assertThat(isLike(page, "{'type':'error','retryAfter':0}")).isFalse();
        assertThat(isLike(page, "{'type':'error','retryAfter':'60'}")).isFalse();
    }

    @Test
    void aNamedPlaceholderIsOneStringThroughout() {
        String page = "{'type':'ok','session':'<private-session>'}";

        assertThat(isLike(page, "{'type':'ok','session':'a'}")).isTrue();
        assertThat(isLike(page, "{'type':'ok','session':'b'}")).isFalse();
        assertThat(likeness.filled("{\"session\":\"<private-session>\"}"))
                .isEqualTo("{\"session\":\"a\"}");
    }

    @Test
    void whatWasNotHeardYetCannotBeTyped() {
        assertThatIllegalStateException()
                .isThrownBy(() -> likeness.filled("{\"token\":\"<han-token>\"}"))
                .withMessageContaining("<han-token>");
    }

    @Test
    void theSentenceOfAnErrorIsFree() {
        String page = "{'type':'error','code':'self','message':'To yourself?'}";

        assertThat(isLike(page, "{'type':'error','code':'self','message':'No.'}")).isTrue();
        assertThat(isLike(page, "{'type':'error','code':'self','message':' '}")).isFalse();
        assertThat(isLike(page, "{'type':'error','code':'empty','message':'No.'}")).isFalse();
    }
}
