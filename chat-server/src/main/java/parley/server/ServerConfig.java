package parley.server;

import parley.server.net.PlainPolicy;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// All that an operator can choose. A value; what the command line and the configuration file say
/// is checked where it is made of them, in [Options].
///
/// @param port 0 for any free one
/// @param bind the address to listen on; empty for all, or for loopback where the credentials are
///   the sample
/// @param credentials the file of accounts
/// @param data the folder that holds everything the server keeps
/// @param blockDuration how long somebody is locked out after three wrong passwords
/// @param timeout how long somebody may be without a request; zero for ever
/// @param tls the operator's own certificate; empty for the self-signed pair in the data folder
public record ServerConfig(
        int port,
        Optional<InetAddress> bind,
        Path credentials,
        Path data,
        Duration blockDuration,
        Duration timeout,
        PlainPolicy plain,
        Optional<TlsFiles> tls,
        LimitsPolicy limits) {

    /// Whether the rate limits and the limits per address hold.
    public enum LimitsPolicy {
        ON,
        OFF
    }

    /// A certificate chain and its key, as PEM files.
    public record TlsFiles(Path certificate, Path key) {}
}
