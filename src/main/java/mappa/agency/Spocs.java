package mappa.agency;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import mappa.identity.Actors;
import mappa.identity.Role;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// Who speaks for an agency: what other packages ask before they ask an agency (R-INF-06).
@ApplicationScoped
public class Spocs {

    private final Agencies agencies;
    private final Actors actors;

    Spocs(Agencies agencies, Actors actors) {
        this.agencies = agencies;
        this.actors = actors;
    }

    /// Those who speak for an agency on a day, as they are known now; whoever is no longer
    /// appointed there counts as nobody.
    public Contacts of(UUID agency, LocalDate day) {
        return agencies.contacts(agency).stream()
                .filter(row -> !London.dayOf(row.recordedAt()).isAfter(day))
                .findFirst()
                .map(row -> appointed(agency, row.contacts()))
                .orElse(Contacts.NOBODY);
    }

    private Contacts appointed(UUID agency, Contacts said) {
        var contacts = contactsOf(agency);
        return new Contacts(
                among(contacts, said.spoc()),
                among(contacts, said.deputy()),
                among(Set.copyOf(actors.appointedFor(agency, null)), said.manager()));
    }

    /// People who can be an agency's point of contact or the deputy.
    Set<UUID> contactsOf(UUID agency) {
        return new HashSet<>(actors.appointedFor(agency, Role.AGENCY_SPOC));
    }

    /// People who can be told when it does not answer: anybody appointed for it.
    List<UUID> managersOf(UUID agency) {
        return actors.appointedFor(agency, null);
    }

    private static @Nullable UUID among(Set<UUID> people, @Nullable UUID person) {
        return person != null && people.contains(person) ? person : null;
    }
}
