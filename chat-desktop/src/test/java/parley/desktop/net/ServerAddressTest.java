package parley.desktop.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
    @ParameterizedTest
    @CsvSource({
        "chat.example.org, chat.example.org, 7331, chat.example.org",
        "' Chat.Example.ORG:9000 ', chat.example.org, 9000, chat.example.org:9000",
        "192.0.2.7:7331, 192.0.2.7, 7331, 192.0.2.7",
        "[2001:db8::7], 2001:db8::7, 7331, [2001:db8::7]",
        "[::1]:9000, ::1, 9000, [::1]:9000"
    })
    void itIsReadAsPeopleWriteIt(String written, String host, int port, String shown) {
        ServerAddress address = ServerAddress.parse(written).orElseThrow();

        assertThat(address).isEqualTo(new ServerAddress(host, port));
        assertThat(address).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":7331",
                "a b",
                "host:",
                "host:0",
                "host:65536",
                "host:x",
                "a:1:2",
                "http://host"
            })
    void whatIsNoAddressIsNone(String written) {
        assertThat(ServerAddress.parse(written)).isEmpty();
    }

    @Test
    void aBareIpv6AddressWantsBrackets() {
        assertThat(ServerAddress.parse("2001:db8::7")).isEmpty();
    }
}
