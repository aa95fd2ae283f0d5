package mappa.process;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One piece of work that a process asks of people. It is the same work when an instance is built
/// again: thing, element, round and seat say which, not the engine's number.
///
/// @param thing what the process is about, for example the referral
/// @param process id of the model, for example `referral-panel`
/// @param element id of the task in the model, for example `Task_Vote`
/// @param round from 1; the next time the same task is asked
/// @param seat who is asked where several are; null elsewhere
/// @param kind header `taskKind`: which page does it; the element's id where the model has none
/// @param candidateRole header `candidateRole`; null where the model has none
public record UserTask(
        UUID thing,
        String process,
        String element,
        int round,
        @Nullable String seat,
        String kind,
        @Nullable String candidateRole) {}
