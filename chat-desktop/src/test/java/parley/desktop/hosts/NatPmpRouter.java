package parley.desktop.hosts;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/// The part of a router that speaks NAT-PMP (RFC 6886), as a process of its own in the router's
/// namespace. What it grants becomes a rule of nftables in the chain `in` of the table `ip nat`.
/// Only TCP; requests of other protocols, PCP's too, are answered as of an unknown version.
public final class NatPmpRouter {
    private static final byte ANSWER = (byte) 128;
    private static final byte MAP_TCP = 2;

    private final InetAddress outside;
    private final Map<Integer, String> granted = new TreeMap<>();
    private final long begin = System.nanoTime();

    private NatPmpRouter(InetAddress outside) {
        this.outside = outside;
    }

    /// @param arguments the router's address outside
    public static void main(String[] arguments) throws IOException {
        NatPmpRouter router = new NatPmpRouter(InetAddress.ofLiteral(arguments[0]));
        try (DatagramSocket socket = new DatagramSocket(5351)) {
            while (true) {
                router.serve(socket);
            }
        }
    }

    private void serve(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[1100], 1100);
        socket.receive(packet);
        ByteBuffer request = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
        byte[] answer = answer(request, packet.getAddress());
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
    }

    private byte[] answer(ByteBuffer request, InetAddress client) {
        byte version = request.get();
        byte operation = request.get();
        if (version == 0 && operation == 0) {
            return head(operation, 0, 12).put(outside.getAddress()).array();
        }
        if (version == 0 && operation == MAP_TCP && request.remaining() == 10) {
            request.getShort();
            return map(Short.toUnsignedInt(request.getShort()), request, client);
        }
        return head(operation, 1, 8).array();
    }

    private byte[] map(int inside, ByteBuffer request, InetAddress client) {
        int wanted = Short.toUnsignedInt(request.getShort());
        int lifetime = request.getInt();
        // Another one than was asked for, as routers may give.
        int outer = wanted == inside && lifetime > 0 ? 40_000 + inside % 10_000 : wanted;
        String target = client.getHostAddress() + ":" + inside;
        if (lifetime == 0) {
            granted.values().removeIf(target::equals);
        } else {
            granted.put(outer, target);
        }
        rewrite();
        return head(MAP_TCP, 0, 16)
                .putShort((short) inside)
                .putShort((short) (lifetime == 0 ? 0 : outer))
                .putInt(lifetime)
                .array();
    }

    private ByteBuffer head(byte operation, int result, int length) {
        return ByteBuffer.allocate(length)
                .put((byte) 0)
                .put((byte) (operation | ANSWER))
                .putShort((short) result)
                .putInt((int) ((System.nanoTime() - begin) / 1_000_000_000));
    }

    private void rewrite() {
        StringBuilder rules = new StringBuilder("flush chain ip nat in\n");
        granted.forEach((outer, target) ->
                rules.append("add rule ip nat in ip daddr ")
                        .append(outside.getHostAddress())
                        .append(" tcp dport ")
                        .append(outer)
                        .append(" dnat to ")
                        .append(target)
                        .append('\n'));
        Command.runWith(rules.toString(), "nft", "-f", "-");
    }
}
