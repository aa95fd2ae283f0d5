/// Appointments as calendar programs read them (RFC 5545), in feeds and in invitations by mail (RFC
/// 5546): a reference, a time and a link, and nothing about a person.
///
/// An entry keeps its UID for good and its SEQUENCE grows with each change, so that a calendar
/// replaces what it has instead of adding another.
@NullMarked
package mappa.icalendar;

import org.jspecify.annotations.NullMarked;
