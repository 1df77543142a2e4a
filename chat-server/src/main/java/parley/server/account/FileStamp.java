package parley.server.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/// By what a file is seen to have changed: its identity, size and times, that of its last change of
/// state among them where the system tells it, which no tool can set back.
///
/// @param facts empty where the file is not there
record FileStamp(List<Object> facts) {
    /// The stamp of this file now; of a symbolic link, of where it leads to.
    static FileStamp of(Path file) {
        try {
            BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class);
            Object key = Optional.<Object>ofNullable(basic.fileKey()).orElse("");
            return new FileStamp(
                    List.of(key, basic.size(), basic.lastModifiedTime(), changeTime(file)));
        } catch (IOException missing) {
            return new FileStamp(List.of());
        }
    }

    private static Object changeTime(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? Files.getAttribute(file, "unix:ctime")
                : "";
    }
}
