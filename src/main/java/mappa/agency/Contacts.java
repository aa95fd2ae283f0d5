package mappa.agency;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Accounts of those who speak for an agency; each null if nobody does.
///
/// @param spoc single point of contact, of whom things are asked
/// @param deputy steps in for them
/// @param manager is told when the agency does not answer
public record Contacts(@Nullable UUID spoc, @Nullable UUID deputy, @Nullable UUID manager) {

    static final Contacts NOBODY = new Contacts(null, null, null);

    Stream<UUID> people() {
        return Stream.of(spoc, deputy, manager).filter(Objects::nonNull);
    }
}
