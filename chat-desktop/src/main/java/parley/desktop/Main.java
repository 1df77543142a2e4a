package parley.desktop;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/// The desktop as a program: reads what was typed, opens the window, ends with it.
///
/// It extends no `Application`, so that Java does not look for JavaFX among the modules. Exit
/// codes: 0 when its owner has closed it, 1 where it cannot start, 2 for bad options.
@Command(
        name = "parley desktop",
        description = "Parley's desktop.",
        mixinStandardHelpOptions = true,
        version = "Parley 1.0")
public final class Main implements Callable<Integer> {
    @Mixin private Options options = new Options();
    @Spec private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() {
        Prefilled prefilled = options.prefilled();
        return Program.run(
                options.profileFolder(), () -> {}, () -> prefilled, spec.commandLine().getErr());
    }
}
