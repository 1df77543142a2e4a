package parley.server.net;

import parley.identity.TlsContexts;

/// How connections come in: how many, who of them may speak plain, and how TLS is spoken.
public record Door(Admission admission, PlainPolicy plain, TlsContexts tls) {}
