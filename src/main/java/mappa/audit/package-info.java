/// What was done and what was looked at: appended to a chain in the transaction it belongs to,
/// never changed.
///
/// Features hand each event to [AuditTrail]; a command that may be sent twice is marked [Once].
@NullMarked
package mappa.audit;

import org.jspecify.annotations.NullMarked;
