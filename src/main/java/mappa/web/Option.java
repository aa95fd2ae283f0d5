package mappa.web;

/// One entry of a list whose labels are data, not words: a person, an agency.
///
/// @param value what is sent
/// @param text as shown
public record Option(String value, String text) {}
