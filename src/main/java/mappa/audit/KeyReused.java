package mappa.audit;

/// A program sent an `Idempotency-Key` again with other contents; nothing has changed.
public class KeyReused extends RuntimeException {}
