package mappa.task;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is asked from now on.
///
/// @param audience principals who may take it, at least one
/// @param holder who has it; null if it is to be taken
public record Assignment(List<String> audience, @Nullable UUID holder, @Nullable UUID agency) {

    public Assignment {
        audience = List.copyOf(audience);
    }
}
