package parley.server.account;

import parley.protocol.Limits;
import parley.protocol.UserName;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The file that names all accounts: UTF-8, one account a line, `name password`. All behind the
/// first blank (space or tab) is the password. Blank lines and lines that begin with `#` are
/// skipped; a byte order mark and CR LF are taken.
final class CredentialsFile {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Path path;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private int line;

    private CredentialsFile(Path path) {
        this.path = path;
    }

    /// Reads this file.
    ///
    /// @throws BadCredentials where it cannot be read, has a bad line or no account
    static Credentials read(Path path) throws BadCredentials {
        try {
            return parse(path, Files.readAllBytes(path));
        } catch (NoSuchFileException missing) {
            throw new BadCredentials(
                    "The credentials file " + path + " is not there: write it, or name another.",
                    missing);
        } catch (IOException failed) {
            throw new BadCredentials(
                    "The credentials file " + path + " cannot be read: allow it, or name another.",
                    failed);
        }
    }

    /// Reads what stands in this file.
    static Credentials parse(Path path, byte[] bytes) throws BadCredentials {
        return new CredentialsFile(path).parse(bytes);
    }

    private Credentials parse(byte[] bytes) throws BadCredentials {
        int from = 0;
        while (from < bytes.length) {
            int end = from;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            line++;
            add(withoutFrame(decode(bytes, from, end)));
            from = end + 1;
        }
        if (accounts.isEmpty()) {
            throw new BadCredentials(
                    "The credentials file " + path + " has no account: write \"name password\".");
        }
        return new Credentials(accounts.values());
    }

    private String decode(byte[] bytes, int from, int end) throws BadCredentials {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, end - from))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new BadCredentials(at("this line is no UTF-8"), malformed);
        }
    }

    private String withoutFrame(String text) {
        int from = line == 1 && text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
        return text.substring(from, text.endsWith("\r") ? text.length() - 1 : text.length());
    }

    private void add(String text) throws BadCredentials {
        if (text.startsWith("#") || text.chars().allMatch(CredentialsFile::isBlank)) {
            return;
        }
        int blank = 0;
        while (blank < text.length() && !isBlank(text.charAt(blank))) {
            blank++;
        }
        if (blank == 0) {
            throw bad("a line must not begin with a blank");
        }
        if (blank + 1 >= text.length()) {
            throw bad("there is no password behind the name");
        }
        add(name(text.substring(0, blank)), text.substring(blank + 1));
    }

    private UserName name(String spelled) throws BadCredentials {
        Optional<UserName> name = UserName.parse(spelled);
        return name.orElseThrow(() ->
                bad(
                        "this name breaks the rules (1 to "
                                + Limits.NAME_CHARACTERS
                                + " characters without white space, control characters"
                                + " or symbols, not * nor beginning with #)"));
    }

    private void add(UserName name, String password) throws BadCredentials {
        if (PasswordHash.isMeant(password) && PasswordHash.parse(password).isEmpty()) {
            throw bad("this password hash is damaged");
        }
        Integer before = lines.putIfAbsent(name.key(), line);
        if (before != null) {
            throw bad("this name stands in line " + before + " already");
        }
        accounts.put(name.key(), new Account(name, password));
    }

    private BadCredentials bad(String why) {
        return new BadCredentials(at(why));
    }

    private String at(String why) {
        return "The credentials file " + path + ", line " + line + ": " + why + "; mend it.";
    }

    private static boolean isBlank(int character) {
        return character == ' ' || character == '\t';
    }
}
