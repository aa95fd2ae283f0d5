package mappa.process;

/// Something was put into the outbox; observed after commit to send it at once.
record OutboxFilled() {}
