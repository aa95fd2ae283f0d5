package mappa.task;

import java.util.UUID;

/// Somebody to whom a piece of work can be given.
public record Recipient(UUID person, String name) {}
