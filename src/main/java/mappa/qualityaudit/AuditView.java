package mappa.qualityaudit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An audit as everybody reads it who may: samples by their numbers, nothing about a case.
///
/// @param population how many could have been drawn
/// @param scores whether the reader is one of its scorers
/// @param results null until it is finished
/// @param earlier the audit that it repeats; null if none, or none that the reader may see
public record AuditView(
        AuditSummary summary,
        QualityFormView form,
        long seed,
        int population,
        String firstScorer,
        @Nullable String secondScorer,
        LocalDate readsUntil,
        List<Sample> samples,
        boolean scores,
        @Nullable AuditResults results,
        @Nullable AuditSummary earlier,
        List<Action> actions) {

    /// @param mine whether the reader, being a scorer, has scored it
    public record Sample(int number, boolean mine) {}

    /// @param field name of the field in which its outcome is typed
    /// @param outcome null until it is done
    /// @param finishes whether the reader may say what came of it
    public record Action(
            UUID id,
            String what,
            String owner,
            LocalDate dueOn,
            String field,
            @Nullable String outcome,
            boolean finishes) {}

    /// Name of the field in which the outcome of an action is typed.
    static String outcomeField(UUID action) {
        return "outcome-" + action;
    }

    public UUID id() {
        return summary.id();
    }
}
