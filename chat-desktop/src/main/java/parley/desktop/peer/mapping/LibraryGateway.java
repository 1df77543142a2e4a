package parley.desktop.peer.mapping;

import com.offbynull.portmapper.gateway.Bus;
import com.offbynull.portmapper.gateways.network.NetworkGateway;
import com.offbynull.portmapper.gateways.network.internalmessages.KillNetworkRequest;
import com.offbynull.portmapper.gateways.process.ProcessGateway;
import com.offbynull.portmapper.gateways.process.internalmessages.KillProcessRequest;
import com.offbynull.portmapper.mapper.MappedPort;
import com.offbynull.portmapper.mapper.PortMapper;
import com.offbynull.portmapper.mapper.PortType;
import com.offbynull.portmapper.mappers.natpmp.NatPmpPortMapper;
import com.offbynull.portmapper.mappers.pcp.PcpPortMapper;
import com.offbynull.portmapper.mappers.upnpigd.UpnpIgdPortMapper;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The first router that is willing, by PCP (RFC 6887), NAT-PMP (RFC 6886) or UPnP, in that order,
/// as the library `portmapper` speaks them. It finds routers by what the system's own programs
/// (`netstat`, `route`, `ipconfig`) print, and at addresses that are usual for them.
///
/// This is a bulkhead: whatever the library throws means that there was no answer.
public final class LibraryGateway implements Gateway {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryGateway.class);
    private static final List<Search> PROTOCOLS =
            List.of(
                    line -> PcpPortMapper.identify(line.network(), line.programs()),
                    line -> NatPmpPortMapper.identify(line.network(), line.programs()),
                    line -> UpnpIgdPortMapper.identify(line.network()));

    /// Who speaks one protocol.
    private interface Search {
        List<? extends PortMapper> by(Library line) throws InterruptedException;
    }

    /// Something asked of the library.
    private interface Question<T> {
        T ask() throws InterruptedException;
    }

    /// The library's threads for sockets and programs; they end with the lease, or the search.
    private record Library(Bus network, Bus programs) implements AutoCloseable {
        static Library begun() {
            return new Library(NetworkGateway.create().getBus(), ProcessGateway.create().getBus());
        }

        @Override
        public void close() {
            network.send(new KillNetworkRequest());
            programs.send(new KillProcessRequest());
        }
    }

    @Override
    public Optional<Lease> lease(int port, Duration lifetime) throws InterruptedException {
        Library library = Library.begun();
        Optional<Lease> found = Optional.empty();
        try {
            found = first(library, port, lifetime);
        } finally {
            if (found.isEmpty()) {
                library.close();
            }
        }
        return found;
    }

    private static Optional<Lease> first(Library library, int port, Duration lifetime)
            throws InterruptedException {
        for (Search protocol : PROTOCOLS) {
            List<? extends PortMapper> willing =
                    answer(() -> protocol.by(library)).orElse(List.of());
            for (PortMapper each : willing) {
                Optional<Lease> lease =
                        answer(() -> each.mapPort(PortType.TCP, port, port, lifetime.toSeconds()))
                                .map(mapped -> new LibraryLease(library, each, mapped));
                if (lease.isPresent()) {
                    return lease;
                }
            }
        }
        return Optional.empty();
    }

    private static <T> Optional<T> answer(Question<T> question) throws InterruptedException {
        try {
            return Optional.of(question.ask());
        } catch (RuntimeException refused) {
            LOG.debug("router not willing", refused);
            return Optional.empty();
        }
    }

    private record LibraryLease(Library library, PortMapper router, MappedPort mapped)
            implements Lease {
        @Override
        public Outside outside() {
            return new Outside(mapped.getExternalAddress(), mapped.getExternalPort());
        }

        @Override
        public Duration lifetime() {
            return Duration.ofSeconds(mapped.getLifetime());
        }

        @Override
        public Optional<Lease> renewed(Duration wanted) throws InterruptedException {
            Optional<MappedPort> again =
                    answer(() -> router.refreshPort(mapped, wanted.toSeconds()));
            if (again.isEmpty()) {
                again = takenAnew(wanted);
            }
            return again.map(next -> new LibraryLease(library, router, next));
        }

        /// The library renews by PCP with another nonce, which a strict router refuses (RFC 6887,
        /// 11.3): there the port is given back and asked for again.
        private Optional<MappedPort> takenAnew(Duration wanted) throws InterruptedException {
            giveBack();
            return answer(() ->
                    router.mapPort(
                            PortType.TCP,
                            mapped.getInternalPort(),
                            mapped.getExternalPort(),
                            wanted.toSeconds()));
        }

        @Override
        public void end() throws InterruptedException {
            try {
                giveBack();
            } finally {
                library.close();
            }
        }

        private void giveBack() throws InterruptedException {
            var _ =
                    answer(() -> {
                        router.unmapPort(mapped);
                        return mapped;
                    });
        }
    }
}
