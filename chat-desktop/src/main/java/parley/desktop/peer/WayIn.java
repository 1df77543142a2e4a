package parley.desktop.peer;

import org.jspecify.annotations.Nullable;

import parley.desktop.peer.mapping.Gateway;
import parley.desktop.peer.mapping.MappingState;
import parley.desktop.peer.mapping.PortMapping;
import parley.protocol.PeerAddress;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/// The way in through the router, where the owner wants one and gives their address away. Any
/// thread may call it, and none waits but in [#close].
final class WayIn implements AutoCloseable {
    private final Gateway gateway;
    private final IntSupplier port;
    private Routers routers = Routers.LEFT_ALONE;
    private Disclosure disclosure = Disclosure.TO_PARTNERS;
    private Consumer<MappingState> listener = state -> {};
    private boolean closed;
    private @Nullable PortMapping mapping;

    /// @param port where this desktop listens now
    WayIn(Gateway gateway, IntSupplier port) {
        this.gateway = gateway;
        this.port = port;
    }

    /// @param newListener hears how it stands from now on, from any thread
    synchronized void want(Routers wanted, Consumer<MappingState> newListener) {
        routers = wanted;
        listener = newListener;
        settle();
    }

    synchronized void disclose(Disclosure newDisclosure) {
        disclosure = newDisclosure;
        settle();
    }

    private void settle() {
        boolean wanted =
                !closed && routers == Routers.ASKED && disclosure == Disclosure.TO_PARTNERS;
        if (wanted && mapping == null) {
            mapping = new PortMapping(gateway, port, AddressRules::isPublic, this::tell);
        } else if (!wanted && mapping != null) {
            mapping.leave();
            mapping = null;
            listener.accept(new MappingState.Off());
        }
    }

    private void tell(MappingState state) {
        listener().accept(state);
    }

    private synchronized Consumer<MappingState> listener() {
        return listener;
    }

    /// Where the router lets peers in now.
    synchronized Optional<PeerAddress> address() {
        return mapping == null ? Optional.empty() : mapping.address();
    }

    /// The network, or the port here, is another one.
    synchronized void moved() {
        if (mapping != null) {
            mapping.moved();
        }
    }

    /// Gives it back; waits two seconds at most.
    @Override
    public void close() {
        Optional<PortMapping> last = left();
        last.ifPresent(PortMapping::close);
    }

    private synchronized Optional<PortMapping> left() {
        closed = true;
        Optional<PortMapping> last = Optional.ofNullable(mapping);
        mapping = null;
        return last;
    }
}
