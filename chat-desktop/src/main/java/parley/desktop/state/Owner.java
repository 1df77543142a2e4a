package parley.desktop.state;

import parley.desktop.net.ServerAddress;
import parley.protocol.UserName;

/// Whose window it is.
public record Owner(ServerAddress server, UserName me) {}
