package mappa.qualityaudit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// The random draw of an audit, which anybody can repeat from its seed, with any program.
///
/// 1. Each member of the population gets a ticket: the SHA-256 of `<seed>:<id>` in UTF-8, the seed
///    in decimal and the id in lower case with its hyphens, written as 64 hexadecimal digits.
/// 2. The members are put into the order of their tickets.
/// 3. The first of them are the samples 1, 2, 3 and so on.
///
/// So nobody is drawn twice, everybody has the same chance, and the draw does not depend on the
/// order in which the population was found. In a shell: `printf '%s' 42:0199… | sha256sum`.
final class SampleDraw {

    /// @param ticket 64 hexadecimal digits
    record Ticket(UUID id, String ticket) {}

    private SampleDraw() {}

    /// The population in the order of its tickets.
    static List<Ticket> tickets(long seed, Collection<UUID> population) {
        return population.stream()
                .map(id -> new Ticket(id, ticket(seed, id)))
                .sorted(Comparator.comparing(Ticket::ticket))
                .toList();
    }

    /// @param size at most as many as the population has
    static List<UUID> draw(long seed, Collection<UUID> population, int size) {
        return tickets(seed, population).stream().limit(size).map(Ticket::id).toList();
    }

    private static String ticket(long seed, UUID id) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((seed + ":" + id).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
