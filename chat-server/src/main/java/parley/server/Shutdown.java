package parley.server;

import ch.qos.logback.classic.LoggerContext;

import org.slf4j.LoggerFactory;

/// Ends the server in good order when the system asks it to, by SIGTERM or Ctrl-C, and has the
/// program end with 0.
final class Shutdown {
    private Shutdown() {}

    /// Closes this server before the program ends.
    static void onSignal(ChatServer server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server), "shutdown"));
    }

    /// After a signal Java itself would end with 128 and its number, though all went well.
    private static void end(ChatServer server) {
        server.close();
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.stop();
        }
        Runtime.getRuntime().halt(0);
    }
}
