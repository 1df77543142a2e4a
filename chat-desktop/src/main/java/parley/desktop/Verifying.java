package parley.desktop;

import parley.desktop.client.Client;
import parley.desktop.peer.Mark;
import parley.desktop.privatechat.Peers;
import parley.desktop.verification.VerificationCard;
import parley.identity.Fingerprint;
import parley.identity.SafetyNumber;
import parley.identity.SafetyNumber.Person;
import parley.protocol.UserName;

import java.util.concurrent.CompletableFuture;

/// What the verification's card needs done, for whoever is signed in.
///
/// @param own the key of this computer
/// @param closing closes the card
record Verifying(Client client, Peers peers, UserName me, Fingerprint own, Runnable closing)
        implements VerificationCard.Work {
    @Override
    public CompletableFuture<SafetyNumber> number(UserName person, Fingerprint key) {
        return client.serverKey()
                .thenApplyAsync(server ->
                        SafetyNumber.of(
                                new Person(me.key(), server, own),
                                new Person(person.key(), server, key)));
    }

    @Override
    public void mark(UserName person, Fingerprint key, Mark mark) {
        peers.mark(person, key, mark);
    }

    @Override
    public void close() {
        closing.run();
    }
}
