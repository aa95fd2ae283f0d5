package mappa.meeting;

/// As what an agency is invited.
public enum Relevance {
    /// Of the area's list for the level (R-MTG-07), or lead agency.
    CORE,
    /// Because of something about this case.
    CASE_SPECIFIC,
    /// A lay adviser or somebody learning (R-MTG-18): sees no papers.
    OBSERVER
}
