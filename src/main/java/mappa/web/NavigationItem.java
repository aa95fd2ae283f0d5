package mappa.web;

import mappa.identity.Operation;

/// A page of the primary navigation and of "More"; features produce one for each of their
/// entrances.
///
/// @param path where it leads, for example `/referrals`
/// @param words key prefix: `<words>.navigation` is the link, `<words>.purpose` its line on "More"
/// @param operation who sees it: those whose role may use the operation
/// @param order place among the others, smallest first; from 100 on it stands on "More" only
public record NavigationItem(String path, String words, Operation operation, int order) {}
