package parley.desktop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

@DisabledOnOs(OS.WINDOWS)
class ParleyScriptIT {
    @TempDir private Path folder;
    private ScriptStage stage;

    @BeforeEach
    void stage() throws IOException {
        stage = new ScriptStage(folder.toRealPath());
    }

    @Test
    void buildsWhatIsNotBuiltAndBecomesWhatItRuns() throws Exception {
        ScriptStage.Run run = stage.run("server", "--port", "0", "--data", "my data");

        assertThat(run.code()).isEqualTo(7);
        assertThat(run.out())
                .startsWith("in " + stage.file("") + ": -XX:")
                .endsWith(
                        stage.file("chat-server/target/chat-server-1.jar")
                                + " parley.server.Main --port 0 --data my data\n");
        assertThat(run.err()).contains("Building Parley.", "\n  Parley chat-server\n");
        assertThat(stage.builds()).isEqualTo(1);
    }

    @Test
    void whatIsBuiltIsRunWithoutAWord() throws Exception {
        stage.run("server");

        ScriptStage.Run again = stage.run("server");

        assertThat(again.err()).isEmpty();
        assertThat(stage.builds()).isEqualTo(1);
    }

    @Test
    void whatIsNewerThanItsBuildIsBuiltAgain() throws Exception {
        stage.run("server");

        stage.touch("chat-server/src/main/A.java");
        stage.run("server");
        assertThat(stage.builds()).isEqualTo(2);

        stage.touch("chat-server/target/built");
        Files.delete(stage.file("shared/src/main/A.java"));
        stage.touch("shared/src/main");
        stage.run("server");
        assertThat(stage.builds()).isEqualTo(3);
    }

    @Test
    void anotherModulesSourcesAreOfNoConcern() throws Exception {
        stage.run("server");

        stage.touch("chat-desktop/src/main/A.java");
        stage.run("server");

        assertThat(stage.builds()).isEqualTo(1);
    }

    @Test
    void aLibraryOfOursThatWasBuiltAgainAloneIsTakenOver() throws Exception {
        stage.run("server");

        Files.writeString(stage.file("shared/target/shared-1.jar"), "newer");
        stage.run("server");

        assertThat(stage.builds()).isEqualTo(2);
    }

    @Test
    void worksFromAnyFolderAndThroughALink() throws Exception {
        Path elsewhere = Files.createDirectory(folder.toRealPath().resolve("elsewhere"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("chat"), stage.script());

        ScriptStage.Run run = stage.run(elsewhere, link, "desktop");

        assertThat(run.out())
                .startsWith("in " + elsewhere + ":")
                .contains("-Dparley.home=" + stage.file(""))
                .endsWith("parley.desktop.Main\n");
    }

    @Test
    void aBuildThatFailsSaysWhyAndEndsWithOne() throws Exception {
        Files.writeString(stage.file("broken"), "");

        ScriptStage.Run run = stage.run("server");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("it does not compile", "could not be built");
        assertThat(stage.file("target/building")).doesNotExist();
    }

    @Test
    void withoutMavenItSaysHowToGetOneAndEndsWithThree() throws Exception {
        stage.uninstallMaven();

        ScriptStage.Run run = stage.run("server");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains("Maven, which builds it, is not on the PATH")
                .contains("https://");
    }

    @Test
    void anOldMavenIsNotEnough() throws Exception {
        stage.installMaven("3.6.3");

        ScriptStage.Run run = stage.run("server");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("Maven 3.8 or newer; this one is 3.6.");
    }

    @Test
    void anUnknownCommandEndsWithTwoAndBuildsNothing() throws Exception {
        ScriptStage.Run run = stage.run("sever");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("no command 'sever'");
        assertThat(stage.builds()).isZero();
    }

    @Test
    void whoComesDuringABuildWaitsForIt() throws Exception {
        Files.writeString(stage.file("hold"), "");
        Process first = stage.start(stage.file(""), stage.script(), "server");
        try (BufferedReader building = first.errorReader()) {
            assertThat(building.readLine()).startsWith("Building");
            Process second = stage.start(stage.file(""), stage.script(), "server");
            try (BufferedReader waiting = second.errorReader()) {
                assertThat(waiting.readLine()).startsWith("Waiting for another build");

                Files.delete(stage.file("hold"));

                assertThat(first.waitFor()).isEqualTo(7);
                assertThat(second.waitFor()).isEqualTo(7);
            }
        }
        assertThat(stage.builds()).isEqualTo(1);
    }

    @Test
    void theLockOfABuildThatWasKilledIsTakenOver() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createDirectories(stage.file("target/building"));
        Files.writeString(stage.file("target/building/pid"), gone.pid() + "\n");

        assertThat(stage.run("server").code()).isEqualTo(7);
    }
}
