package parley.server.storage;

/// Whom a broadcast reached, as its answer says it.
///
/// @param pos where the broadcast stands in the log
record Reach(long pos, long recipients, boolean withheld) {}
