package parley.server.block;

import parley.protocol.UserName;

import java.time.Instant;

/// One user's wish not to hear from another.
public record Block(UserName blocker, UserName blocked, Instant since) {}
