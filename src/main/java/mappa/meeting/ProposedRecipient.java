package mappa.meeting;

import java.util.UUID;

/// An agency that may get minutes.
///
/// @param people how many are told
/// @param allowed false for a guest without a live information sharing agreement
public record ProposedRecipient(
        UUID agency, String name, DistributionReason reason, int people, boolean allowed) {}
