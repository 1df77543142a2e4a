package parley.desktop.conversation;

import org.kordamp.ikonli.feather.Feather;

import parley.desktop.kit.Texts;

import java.util.Locale;
import java.util.Map;

/// What a file seems to be, by the end of its name alone: a hint for the eye and no promise.
enum FileKind {
    PICTURE(Feather.IMAGE, "png jpg jpeg gif bmp webp heic tif tiff svg"),
    SOUND(Feather.MUSIC, "mp3 ogg oga opus flac wav m4a aac mid"),
    FILM(Feather.FILM, "mp4 mkv webm mov avi m4v mpg mpeg ogv"),
    DOCUMENT(Feather.FILE_TEXT, "pdf txt md odt doc docx rtf epub ods xls xlsx csv odp ppt pptx"),
    ARCHIVE(Feather.ARCHIVE, "zip tar gz tgz bz2 xz zst 7z rar"),
    PROGRAM(
            Feather.TERMINAL,
            "exe msi bat cmd ps1 sh jar com scr deb rpm appimage apk dmg desktop"),
    OTHER(Feather.FILE, "");

    private static final Texts TEXTS = Texts.of(FileKind.class);
    private static final int LONGEST_ENDING = 8;
    private static final Map<String, FileKind> BY_ENDING = byEnding();

    private final Feather icon;
    private final String endings;

    FileKind(Feather icon, String endings) {
        this.icon = icon;
        this.endings = endings;
    }

    private static Map<String, FileKind> byEnding() {
        Map<String, FileKind> kinds = new java.util.HashMap<>();
        for (FileKind kind : values()) {
            for (String ending : kind.endings.split(" ")) {
                kinds.put(ending, kind);
            }
        }
        return Map.copyOf(kinds);
    }

    static FileKind of(String name) {
        return BY_ENDING.getOrDefault(ending(name).toLowerCase(Locale.ROOT), OTHER);
    }

    Feather icon() {
        return icon;
    }

    /// What a file of this name is called: *PDF document*, *PNG picture*, *File*.
    static String word(String name) {
        String ending = ending(name).toUpperCase(Locale.ROOT);
        String key = "file.kind." + of(name).name().toLowerCase(Locale.ROOT);
        return TEXTS.get(ending.isEmpty() ? key + ".plain" : key, ending);
    }

    /// What stands behind the last dot; empty where that is no ending.
    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 1 ? "" : name.substring(dot + 1);
        boolean plain = ending.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
        return plain && ending.length() <= LONGEST_ENDING ? ending : "";
    }
}
