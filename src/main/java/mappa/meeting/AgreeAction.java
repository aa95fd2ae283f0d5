package mappa.meeting;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes down an action, or what is known of it so far: a meeting cannot close before the rest is
/// there (R-ACT-01).
///
/// @param agency that has to do it; null if not settled yet
/// @param owner one person of the agency; null for its single point of contact
/// @param power what the agency does it by (R-ACT-02); null if not said
public record AgreeAction(
        @NotNull String what,
        @Nullable UUID agency,
        @Nullable UUID owner,
        @Nullable LocalDate dueOn,
        @Nullable ActionLink serves,
        @Nullable String power) {}
