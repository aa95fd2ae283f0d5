package mappa.expiry;

/// Decides that a case leaves MAPPA when its category ends.
///
/// @param handedOver who takes over which open action; blank where none is open
public record LeaveAtExpiry(String reasons, String handedOver) {}
