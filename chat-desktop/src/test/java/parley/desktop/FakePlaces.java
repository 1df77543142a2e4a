package parley.desktop;

import parley.desktop.privatechat.FilePlaces;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Files and folders without dialogs: chosen is what a test wants, and what was shown is noted.
public final class FakePlaces implements FilePlaces {
    private volatile Path downloads = Path.of("/nowhere/Downloads");
    private volatile List<Path> toSend = List.of();
    private final List<Path> shown = new ArrayList<>();

    /// Downloads go here.
    public void downloadsGoTo(Path folder) {
        downloads = folder;
    }

    /// These are chosen, as files to be sent or as the folder to save in.
    public void chooses(List<Path> files) {
        toSend = files;
    }

    /// What was shown in its folder.
    public synchronized List<Path> shown() {
        return List.copyOf(shown);
    }

    @Override
    public List<Path> toSend() {
        return toSend;
    }

    @Override
    public Optional<Path> folder() {
        return toSend.stream().findFirst();
    }

    @Override
    public Path downloads() {
        return downloads;
    }

    @Override
    public synchronized void show(Path file) {
        shown.add(file);
    }
}
