package mappa.appointment;

import java.time.LocalDate;
import java.util.UUID;
import mappa.identity.Grade;
import mappa.identity.Role;
import org.jspecify.annotations.Nullable;

/// Proposes to give somebody a role.
///
/// @param area null for a system administrator
/// @param from first day; null for now
/// @param until last day; null for no end
public record ProposeAppointment(
        UUID person,
        Role role,
        @Nullable String area,
        @Nullable UUID agency,
        @Nullable Grade grade,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {}
