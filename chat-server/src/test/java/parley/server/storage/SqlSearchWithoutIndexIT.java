package parley.server.storage;

/// The index is never filled: all is looked through in the log.
class SqlSearchWithoutIndexIT extends SqlSearchContract {}
