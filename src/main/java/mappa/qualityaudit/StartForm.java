package mappa.qualityaudit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Begins a form: from one of the ready-made ones, as the next version of a published one, or
/// empty. Exactly one of the three is given.
///
/// @param empty what the form scores that begins empty
public record StartForm(
        @Nullable ReadyMadeForm ready, @Nullable UUID earlier, @Nullable AuditKind empty) {

    static StartForm empty(AuditKind kind) {
        return new StartForm(null, null, kind);
    }

    public static StartForm of(ReadyMadeForm ready) {
        return new StartForm(ready, null, null);
    }

    public static StartForm next(UUID earlier) {
        return new StartForm(null, earlier, null);
    }
}
