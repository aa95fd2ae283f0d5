package mappa.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who carries out a command or asks for a view: a person in one of their appointments, or the
/// system in one of its jobs.
///
/// @param person account of the person; null for the system
/// @param name display name of the person, or the name of the system's job
/// @param acting the appointment in use; null for the system and for somebody who has none
/// @param appointments all that the person holds now
public record Actor(
        @Nullable UUID person,
        String name,
        @Nullable Appointment acting,
        List<Appointment> appointments) {

    /// The system in one of its jobs: sees every area, and is named in the audit by the job.
    ///
    /// @param job for example `referral.deadline-passed`
    public static Actor system(String job) {
        return new Actor(null, job, null, List.of());
    }

    public boolean isSystem() {
        return person == null;
    }

    /// @throws IllegalStateException for the system, which has no account
    public UUID personId() {
        if (person == null) {
            throw new IllegalStateException("the system's job " + name + " is nobody's account");
        }
        return person;
    }

    /// Role in use; null for the system and for somebody without an appointment.
    public @Nullable Role role() {
        return acting == null ? null : acting.role();
    }

    public boolean has(Role role) {
        return role() == role;
    }

    /// Code of the area in which the person acts; null for the system and a system administrator.
    public @Nullable String area() {
        return acting == null ? null : acting.area();
    }

    /// @throws Forbidden if the appointment in use belongs to no area
    public String areaFor(Operation operation) {
        var area = area();
        if (area == null) {
            throw new Forbidden(operation);
        }
        return area;
    }

    public @Nullable UUID agency() {
        return acting == null ? null : acting.agency();
    }

    /// Principals of the appointment in use, as they stand in grants and work items; none for the
    /// system.
    public List<String> principals() {
        var principals = new ArrayList<String>();
        if (person != null) {
            principals.add(Principals.person(person));
        }
        if (acting != null && acting.area() != null) {
            principals.add(Principals.role(acting.area(), acting.role()));
            if (acting.role().isUnit()) {
                principals.add(Principals.unit(acting.area()));
            }
        }
        if (acting != null && acting.agency() != null) {
            principals.add(Principals.agency(acting.agency()));
        }
        return List.copyOf(principals);
    }
}
