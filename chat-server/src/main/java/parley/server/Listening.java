package parley.server;

import com.sun.management.UnixOperatingSystemMXBean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.identity.TlsContexts;
import parley.server.net.Acceptor;
import parley.server.net.Admission;
import parley.server.net.Arrivals;
import parley.server.net.Door;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// Where the server listens, and how many it lets in: what the configuration makes of the port.
final class Listening {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    /// Where the system does not tell how many descriptors there are.
    private static final long MODEST = 4_096;

    private Listening() {}

    /// Takes the port. Nobody is let in before the acceptor is started.
    static Acceptor open(ServerConfig config, TlsContexts tls, Arrivals arrivals)
            throws CannotStart {
        InetSocketAddress address = address(config);
        Door door = new Door(new Admission(bounds(config)), config.plain(), tls);
        try {
            return Acceptor.listen(address, door, arrivals);
        } catch (IOException taken) {
            throw new CannotStart(
                    """
                    The server can't listen on port %d of %s (%s); end what uses it, or choose \
                    another with --port or --bind.\
                    """
                            .formatted(
                                    config.port(),
                                    address.getAddress().isAnyLocalAddress()
                                            ? "this machine"
                                            : address.getAddress().getHostAddress(),
                                    taken.getMessage()),
                    taken);
        }
    }

    private static InetSocketAddress address(ServerConfig config) throws CannotStart {
        if (config.bind().isPresent()) {
            return new InetSocketAddress(config.bind().get(), config.port());
        }
        if (SampleCredentials.areIn(config.credentials())) {
            LOG.warn(
                    "the credentials are the sample, whose passwords everybody knows: listening on"
                            + " loopback only, unless --bind says otherwise");
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), config.port());
        }
        return new InetSocketAddress(config.port());
    }

    private static Admission.Bounds bounds(ServerConfig config) {
        long descriptors =
                ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean os
                        ? os.getMaxFileDescriptorCount()
                        : MODEST;
        Admission.Bounds bounds = Admission.Bounds.of(descriptors);
        return switch (config.limits()) {
            case ON -> bounds;
            case OFF -> bounds.fromAnywhere();
        };
    }
}
