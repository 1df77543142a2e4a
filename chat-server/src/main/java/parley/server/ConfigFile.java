package parley.server;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The file that `--config` names: options as `name=value` lines. Blank lines and those that begin
/// with `#` are skipped; the command line wins.
final class ConfigFile implements IDefaultValueProvider {
    private static final Set<String> NOT_HERE =
            Set.of("--config", "--help", "--version", "--while-pid");

    private final Map<String, String> values = new HashMap<>();

    private ConfigFile() {}

    /// Reads this file.
    ///
    /// @param command the command whose options stand there
    /// @throws ParameterException where it can't be read, or a line is bad
    static ConfigFile read(Path file, CommandLine command) {
        ConfigFile read = new ConfigFile();
        int number = 0;
        for (String line : lines(file, command)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#") && !read.take(line.strip(), command)) {
                throw new ParameterException(
                        command,
                        "The configuration file "
                                + file
                                + ", line "
                                + number
                                + ": it must be 'name=value' with the name of an option, once.");
            }
        }
        return read;
    }

    private static List<String> lines(Path file, CommandLine command) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return (text.startsWith("\ufeff") ? text.substring(1) : text).lines().toList();
        } catch (IOException unreadable) {
            throw new ParameterException(
                    command, "The configuration file " + file + " can't be read.", unreadable);
        }
    }

    private boolean take(String line, CommandLine command) {
        int equals = line.indexOf('=');
        String name = "--" + line.substring(0, Math.max(equals, 0)).strip();
        return equals > 0
                && command.getCommandSpec().findOption(name) != null
                && !NOT_HERE.contains(name)
                && values.putIfAbsent(name, line.substring(equals + 1).strip()) == null;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option ? values.get(option.longestName()) : null;
    }
}
