package parley.server.account;

/// What a token is known by: its SHA-256, as base64url. It is no secret, and all that is kept.
public record TokenId(String hash) {}
