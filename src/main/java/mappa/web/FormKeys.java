package mappa.web;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.util.UuidUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import mappa.identity.SecretKeys;
import org.jspecify.annotations.Nullable;

/// Keys of forms: each says whom it was given to, proves that we gave it, and names one command.
///
/// The proof keeps other sites from sending forms in somebody's name; the name makes a second
/// sending of the same form the same command ([mappa.audit.Once]); and a form that comes back after
/// its session ended is known to be its writer's.
@ApplicationScoped
public class FormKeys {

    /// As long as a form may lie open: the same as a held text is kept.
    private static final Duration LIFE = Duration.ofHours(24);

    private final SecretKeys keys;
    private final Clock clock;

    FormKeys(SecretKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// What a genuine key says.
    public record FormKey(UUID id, UUID person) {}

    String issue(UUID person) {
        var id = UuidCreator.getTimeOrderedEpoch(clock.instant());
        return "%s.%s.%s".formatted(id, person, keys.sign(id + "." + person));
    }

    /// The key's contents if we issued it within the last 24 hours.
    Optional<FormKey> read(@Nullable String text) {
        var parts = text == null ? new String[0] : text.split("\\.");
        if (parts.length != 3) {
            return Optional.empty();
        }
        var expected = keys.sign(parts[0] + "." + parts[1]);
        if (!MessageDigest.isEqual(expected.getBytes(), parts[2].getBytes())) {
            return Optional.empty();
        }
        var id = UUID.fromString(parts[0]);
        return UuidUtil.getInstant(id).isBefore(clock.instant().minus(LIFE))
                ? Optional.empty()
                : Optional.of(new FormKey(id, UUID.fromString(parts[1])));
    }
}
