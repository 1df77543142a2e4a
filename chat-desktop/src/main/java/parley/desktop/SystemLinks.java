package parley.desktop;

import parley.desktop.kit.LinkOpener;

import java.net.URI;
import java.util.List;

/// Opens links by the system's own program for it.
final class SystemLinks implements LinkOpener {
    @Override
    public void open(URI link) {
        SystemPrograms.start(command(link.toASCIIString()));
    }

    private static List<String> command(String link) {
        return switch (SystemPrograms.family()) {
            case WINDOWS -> List.of("rundll32", "url.dll,FileProtocolHandler", link);
            case MAC -> List.of("open", link);
            case OTHER -> List.of("xdg-open", link);
        };
    }
}
