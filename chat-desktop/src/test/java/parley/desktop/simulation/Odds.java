package parley.desktop.simulation;

/// How often what goes wrong: the part of the chances that are taken. A seed draws its own, so that
/// some simulations are calm and some wild.
///
/// @param cut a connection at a frame
/// @param silent an end of a cut connection that does not notice
/// @param repeat a frame that comes twice
/// @param storeFails a commit of the server
/// @param diskFails a turn of a desktop
/// @param deskDies a desktop in the middle of a turn
/// @param race something else that happens in the middle of a read
record Odds(
        double cut,
        double silent,
        double repeat,
        double storeFails,
        double diskFails,
        double deskDies,
        double race) {
    static Odds drawn(World world) {
        return new Odds(
                0.03 * part(world),
                0.3,
                0.1 * part(world),
                0.15 * part(world),
                0.02 * part(world),
                0.01 * part(world),
                0.4);
    }

    /// Nothing at all in some seeds.
    private static double part(World world) {
        return world.chance(0.3) ? 0 : world.fraction();
    }
}
