package mappa.levelone;

/// What came of a prompt.
public enum PromptEnd {
    /// Somebody said why it asks for nothing.
    DISMISSED,
    /// A referral was started.
    REFERRED,
    /// The case left Level 1.
    OVERTAKEN
}
