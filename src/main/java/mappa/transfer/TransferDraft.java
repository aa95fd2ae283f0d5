package mappa.transfer;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.transfer.TransferView.PartLine;

/// A case before it is offered: what would go along, and what is missing.
///
/// @param areas names of the areas to which it can be offered, by their codes
public record TransferDraft(
        UUID caseId, String reference, List<PartLine> contents, Map<String, String> areas) {}
