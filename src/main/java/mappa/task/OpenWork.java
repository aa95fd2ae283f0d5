package mappa.task;

import java.util.UUID;

/// Work that no process asks for: `Arrange the first meeting`, `Chase the panel`.
///
/// @param thing what it is about
/// @param kind in kebab case; its words are `task.kind.<kind>`
/// @param round from 1; the same work of the same thing is opened once in a round
public record OpenWork(UUID thing, String kind, int round, TaskDetails details) {}
