/// Rules by number, and the ways a command can be refused.
///
/// A rule's number (`REF-03`) is the one of the domain reference without its leading `R-`; it goes
/// from the rule's enum through [RuleBroken] into the answer, the page and the `@Tag` of its tests.
@NullMarked
package mappa.rule;

import org.jspecify.annotations.NullMarked;
