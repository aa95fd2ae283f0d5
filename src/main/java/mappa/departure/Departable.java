package mappa.departure;

import mappa.rule.Rule;

/// A rule that can be departed from; the feature that upholds it produces one.
///
/// @param words key of the rule in words
public record Departable(Rule rule, String words) {}
