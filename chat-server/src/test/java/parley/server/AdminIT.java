package parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import parley.protocol.Reply;
import parley.protocol.Request;
import parley.server.transcript.ServerProcess;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// The operator's commands beside a server that runs, and without one.
@Timeout(180)
class AdminIT {
    @TempDir private Path folder;
    private Path credentials;
    private Path data;
    private Path backup;
    private String said = "";

    @BeforeEach
    void write() throws IOException {
        credentials = folder.resolve("credentials.txt");
        data = folder.resolve("data");
        backup = folder.resolve("backup.db");
        Files.writeString(credentials, "yoda pw-yoda\nluke pw-luke\n");
    }

    private int admin(String... arguments) {
        StringWriter out = new StringWriter();
        int code = AdminMain.run(new PrintWriter(out), arguments);
        said = out.toString();
        return code;
    }

    private ServerProcess serve() throws IOException {
        return ServerProcess.start(credentials, folder);
    }

    private static long post(Client yoda, String id, String text) throws IOException {
        return ((Reply.Sent) yoda.asks(id, new Request.Message("luke", text))).seq();
    }

    private String logName(Client client) throws IOException {
        Reply.Welcome welcome = (Reply.Welcome) client.asks(client.login());
        return welcome.log();
    }

    @Test
    void aBackupOfARunningServerHoldsWhatWasAcknowledged() throws Exception {
        try (ServerProcess server = serve();
                Client yoda = Client.signIn("yoda", server.port())) {
            post(yoda, "1", "Do.");

            assertThat(admin("backup", backup.toString(), "--data", data.toString())).isZero();

            assertThat(said).contains("1 messages in Everyone and 1 chats").contains("sound");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                    .isEqualTo("rw-------");
            assertThat(post(yoda, "2", "Or do not.")).isEqualTo(2);
        }
    }

    @Test
    void aRestoredStoreGoesBackToTheBackupUnderANewName() throws Exception {
        String before;
        try (ServerProcess server = serve();
                Client yoda = Client.connect("yoda", server.port())) {
            before = logName(yoda);
            post(yoda, "1", "Do.");
            admin("backup", backup.toString(), "--data", data.toString());
            post(yoda, "2", "Or do not.");
        }

        assertThat(admin("restore", backup.toString(), "--data", data.toString())).isZero();

        assertThat(said).contains("before-restore-1").contains("1 messages");
        try (ServerProcess server = serve();
                Client yoda = Client.connect("yoda", server.port())) {
            assertThat(logName(yoda)).isNotEqualTo(before);
            assertThat(post(yoda, "3", "There is no try.")).isEqualTo(2);
        }
    }

    @Test
    void nothingIsRestoredUnderARunningServer() throws Exception {
        try (ServerProcess server = serve();
                Client yoda = Client.signIn("yoda", server.port())) {
            admin("backup", backup.toString(), "--data", data.toString());

            assertThat(admin("restore", backup.toString(), "--data", data.toString())).isOne();

            assertThat(post(yoda, "1", "Here, I am still.")).isOne();
        }
    }

    @Test
    void aBackupIsNeverWrittenOverAnother() throws Exception {
        serve().close();
        Files.writeString(backup, "precious");

        assertThat(admin("backup", backup.toString(), "--data", data.toString())).isOne();

        assertThat(backup).hasContent("precious");
    }

    @Test
    void noFileThatIsNoStoreIsRestored() throws Exception {
        serve().close();
        Files.writeString(backup, "no store, this is");
        byte[] before = Files.readAllBytes(data.resolve("parley.db"));

        assertThat(admin("restore", backup.toString(), "--data", data.toString())).isOne();

        assertThat(data.resolve("parley.db")).hasBinaryContent(before);
    }

    @Test
    void aStoreThatIsNotThereIsSaidToBeMissing() {
        assertThat(admin("check", "--data", folder.resolve("nowhere").toString())).isOne();
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void aDamagedStoreIsLeftAsItIs() throws Exception {
        serve().close();
        Path store = data.resolve("parley.db");
        byte[] bytes = Files.readAllBytes(store);
        for (int at = 4_096; at < bytes.length; at++) {
            bytes[at] = 0x55;
        }
        Files.write(store, bytes);

        assertThat(startOfDamaged()).contains("is damaged, and was left as it is");
        assertThat(store).hasBinaryContent(bytes);
        assertThat(admin("check", "--data", data.toString())).isOne();
    }

    @Test
    void anIndexOfWordsThatDoesNotFitIsToBeDeletedAndTheStoreIsSound() throws Exception {
        serve().close();
        Path index = data.resolve("search.db");
        Files.writeString(index, "no index, this is");

        assertThat(admin("check", "--data", data.toString())).isOne();
        assertThat(said).contains("parley.db is sound").contains("Delete " + index);
        assertThat(admin("backup", backup.toString(), "--data", data.toString())).isZero();

        Files.delete(index);
        serve().close();
        assertThat(admin("check", "--data", data.toString())).isZero();
    }

    private String startOfDamaged() throws Exception {
        try (ServerProcess server = serve()) {
            return "listens on " + server.port();
        } catch (IOException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    @Test
    void aServerWhoseStoreIsDamagedWhileItRunsEndsWithASentence() throws Exception {
        try (ServerProcess server = serve();
                Client yoda = Client.signIn("yoda", server.port())) {
            post(yoda, "1", "Do.");
            for (String name : List.of("parley.db", "parley.db-wal")) {
                Path file = data.resolve(name);
                Files.write(file, new byte[(int) Files.size(file)]);
            }

            yoda.sends("2", new Request.History("luke", new Request.Page.Latest(), 50));

            assertThat(server.exitCode()).isOne();
            assertThat(folder.resolve("server.log"))
                    .content()
                    .contains("The disk fails or the store is damaged");
        }
    }
}
