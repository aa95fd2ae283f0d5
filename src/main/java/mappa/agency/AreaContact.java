package mappa.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mappa.web.UnitContact;

/// The unit's contact as the area has set it.
@ApplicationScoped
class AreaContact implements UnitContact {

    private final Areas areas;

    AreaContact(Areas areas) {
        this.areas = areas;
    }

    @Override
    public Optional<String> of(String area) {
        try {
            var settings = areas.settings(area);
            return Optional.of(
                            Stream.of(Setting.UNIT_PHONE, Setting.UNIT_EMAIL)
                                    .map(settings::value)
                                    .filter(value -> !value.isEmpty())
                                    .collect(Collectors.joining(", ")))
                    .filter(contact -> !contact.isEmpty());
        } catch (PersistenceException away) { // the page that says so has a foot too
            return Optional.empty();
        }
    }
}
