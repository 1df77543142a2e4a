package parley.desktop.hosts;

import parley.desktop.net.ServerAddress;
import parley.desktop.peer.Acceptance;
import parley.desktop.peer.PeerChange;
import parley.desktop.peer.PeerService;
import parley.desktop.peer.Resident;
import parley.desktop.peer.Routers;
import parley.protocol.UserName;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A desktop without a window as a process of its own, see [Host]. It does what each line of its
/// standard input says, tells on standard output what comes of its private chats, a line a change,
/// and ends when its input does, as it does when whoever started it is killed.
///
/// ```
/// open luke               StateChanged[person=luke, state=Inviting[]]
/// say luke Do or do not.  MessageMoved[person=luke, id=…, state=DELIVERED]
///                         luke said Do or do not.
/// ```
public final class HostProgram {
    private static final PrintStream TELL =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private HostProgram() {}

    /// @param arguments the user's name, the profile's folder, the server
    public static void main(String[] arguments) throws Exception {
        ServerAddress server = ServerAddress.parse(arguments[2]).orElseThrow();
        try (Resident owner =
                new Resident(arguments[0], Path.of(arguments[1]), server, HostProgram::tell)) {
            TELL.println("online");
            obey(owner.chats());
        }
    }

    private static void tell(PeerChange change) {
        TELL.println(
                change instanceof PeerChange.MessageArrived(var person, var message)
                        ? person + " said " + message.text()
                        : change.toString());
    }

    private static void obey(PeerService chats) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ", 3);
            UserName person = UserName.of(words[1]);
            switch (words[0]) {
                case "open" -> chats.open(person);
                case "accept" -> chats.accept(person, Acceptance.FROM_NOW_ON);
                case "relay" -> chats.relay(person, Acceptance.THIS_TIME);
                case "map" ->
                        chats.routers(Routers.ASKED, state -> TELL.println("router " + state));
                case "leave" ->
                        chats.routers(Routers.LEFT_ALONE, state -> TELL.println("router " + state));
                case "end" -> chats.end(person);
                case "say" -> chats.send(person, words[2]);
                default -> throw new IllegalArgumentException(line);
            }
        }
    }
}
