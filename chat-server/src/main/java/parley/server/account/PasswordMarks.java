package parley.server.account;

import parley.protocol.UserName;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// By what a changed password is noticed: a keyed digest (HMAC-SHA-256) of each account's password
/// text. The key lies beside the marks, and the passwords themselves in the credentials file, so
/// the marks protect nothing; they only spare the store a second copy of the passwords.
final class PasswordMarks {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    PasswordMarks(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// The mark of an account.
    String of(Account account) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] digest = mac.doFinal(account.password().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    /// The marks of all accounts.
    Map<UserName, String> ofAll(Credentials credentials) {
        Map<UserName, String> marks = new LinkedHashMap<>();
        for (UserName name : credentials.names()) {
            Optional<Account> account = credentials.account(name);
            account.ifPresent(a -> marks.put(name, of(a)));
        }
        return marks;
    }
}
