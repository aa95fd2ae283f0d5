package mappa.referral;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who sits on a seat when the panel opens.
///
/// @param seat its code, for example `POLICE_DI`
/// @param person null if nobody is appointed to it
public record SeatHolder(String seat, @Nullable UUID person) {}
