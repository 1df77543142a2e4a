package parley.wire;

/// A line that is a JSON object with a type, and with an id that is good or not there. What its
/// other fields are worth shows when it is read as a request, a reply or an event.
///
/// @param tag the id (or, in a reply, what it answers); empty where there is none
public record RawFrame(String type, String tag, Fields fields) {}
