package mappa.qualityaudit;

import java.util.List;

/// What a draft asks from now on.
///
/// @param version of the draft as its writer read it
public record WriteForm(String title, ScoreScale scale, List<FormPart> parts, int version) {}
