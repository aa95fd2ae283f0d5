package mappa.referral;

/// A question that must be answered before a referral can be sent.
///
/// @param question key of the question in its section
public record Gap(Section section, String question) {}
