package mappa.expiry;

/// Decides that a case goes on in Category 3.
///
/// @param harm why there is a risk of serious harm that needs meetings
/// @param conviction the caution, warning or conviction that shows the capacity for it
/// @param inNoOther whether it was checked that Categories 1, 2 and 4 do not apply from then on
public record MoveToCategory3(String harm, String conviction, boolean inNoOther, String reasons) {}
