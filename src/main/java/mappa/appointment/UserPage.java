package mappa.appointment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of users, by name.
///
/// @param next user after whom the next page begins; null on the last
public record UserPage(List<UserLine> rows, @Nullable UUID next) {}
