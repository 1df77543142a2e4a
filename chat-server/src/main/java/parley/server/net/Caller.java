package parley.server.net;

import parley.protocol.UserName;

import java.net.InetAddress;

/// Who asks.
///
/// @param seenAt the address that the server sees them at
record Caller(UserName user, InetAddress seenAt) {}
