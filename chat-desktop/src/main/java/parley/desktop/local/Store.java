package parley.desktop.local;

/// One of the stores that a server has had: the `log` of the protocol. Numbers of messages mean
/// something only within one.
///
/// @param ordinal 1 for the first that this account met, counting on
public record Store(long id, String log, int ordinal) {}
