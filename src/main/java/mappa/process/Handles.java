package mappa.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A method of a feature's `*Workers` that handles the jobs of one type.
///
/// It takes one record, whose components are the only variables the job reads, and answers a record
/// of variables or nothing. It runs outside a transaction with the system as actor, and again after
/// a crash: it says why that changes nothing. A broken rule becomes a BPMN error whose code is the
/// rule's number; anything else is tried again and then shows as an incident.
///
/// ```java
/// record DeadlinePassed(UUID referralId) {}
/// record NextDeadline(@Nullable Instant nextDeadlineAt) {}
///
/// @Handles("referral.deadline-passed")
/// NextDeadline remind(DeadlinePassed job) { ... }
/// ```
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Handles {
    /// Job type as it stands in the model: `feature.verb-noun`.
    String value();
}
