package parley.desktop.peer.mapping;

import java.net.InetAddress;

/// An address and port of a router, as it tells them.
public record Outside(InetAddress address, int port) {}
