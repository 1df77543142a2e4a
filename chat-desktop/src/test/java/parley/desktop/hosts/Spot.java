package parley.desktop.hosts;

/// Where a host stands, which can change under it.
///
/// @param server how the server is reached from there: an address, in brackets where it is of
///   version 6
/// @param number of its network
record Spot(Namespace place, String server, int number) {
    /// Lets nothing in any more but answers.
    void shutsItselfOff() {
        place.shutsItselfOff();
    }

    /// Loses its address of version 4 and gets another one.
    void moves() {
        place.ip(
                "addr del 10.77.%d.2/24 dev net".formatted(number),
                "addr add 10.77.%d.3/24 dev net".formatted(number),
                "route add default via 10.77.%d.1".formatted(number));
    }
}
