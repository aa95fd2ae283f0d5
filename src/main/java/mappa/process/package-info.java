/// The only package that knows the process engine: what it must hear, what it asks, and how.
///
/// A feature tells the engine something through [Outbox], in the transaction of its change, and
/// answers jobs by methods marked [Handles]. What the engine asks of people leaves through
/// [UserTasks]. PostgreSQL is the record; with the engine away everything goes on and is told to it
/// later, in order.
///
/// Decisions of this package: `docs/adr`; the models are in `bpmn/`.
@NullMarked
package mappa.process;

import org.jspecify.annotations.NullMarked;
