package mappa.agency;

import java.time.LocalDate;
import java.util.UUID;

/// An agency that cannot come to meetings on some days.
///
/// @param name of the agency
/// @param to the last day, included
public record Absence(UUID agency, String name, LocalDate from, LocalDate to) {

    public boolean isOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
