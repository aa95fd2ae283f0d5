package mappa.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sessions are rows: signing out deletes the row, and a copied cookie opens nothing any more
/// (SEC-14).
@ApplicationScoped
@Transactional
public class Sessions {

    /// DECISIONS 8.
    static final Duration IDLE = Duration.ofMinutes(30);

    static final Duration ABSOLUTE = Duration.ofHours(12);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final EntityManager entities;
    private final SecretKeys keys;
    private final Clock clock;

    Sessions(EntityManager entities, SecretKeys keys, Clock clock) {
        this.entities = entities;
        this.keys = keys;
        this.clock = clock;
    }

    /// A session with the tokens it holds.
    record Open(Session session, String tokens, Instant refreshedAt) {}

    /// Begins a session.
    ///
    /// @return the opaque number for the cookie, 256 random bits
    String begin(String tokens) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var number = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var idHash = hash(number);
        entities.createNativeQuery(
                        """
                        insert into web_session (id_hash, tokens, created_at, used_at, refreshed_at)
                        values (:id, :tokens, :now, :now, :now)
                        """)
                .setParameter("id", idHash)
                .setParameter("tokens", keys.seal(tokens, name(idHash)))
                .setParameter("now", clock.instant())
                .executeUpdate();
        return number;
    }

    /// The session of a cookie, unless it was signed out, idle for 30 minutes or 12 hours old.
    Optional<Open> use(String number) {
        var idHash = hash(number);
        var now = clock.instant();
        @SuppressWarnings("unchecked")
        var rows =
                (java.util.List<Tuple>)
                        entities.createNativeQuery(
                                        """
                                        update web_session set used_at = :now
                                        where id_hash = :id and used_at > :idle and created_at > :absolute
                                        returning user_id as user_id, acting_appointment_id as acting,
                                            search_reason as reason, tokens as tokens, refreshed_at as refreshed_at
                                        """,
                                        Tuple.class)
                                .setParameter("now", now)
                                .setParameter("id", idHash)
                                .setParameter("idle", now.minus(IDLE))
                                .setParameter("absolute", now.minus(ABSOLUTE))
                                .getResultList();
        return rows.stream()
                .findFirst()
                .map(
                        row ->
                                new Open(
                                        new Session(
                                                idHash,
                                                row.get("user_id", UUID.class),
                                                row.get("acting", UUID.class),
                                                row.get("reason", String.class)),
                                        keys.open(row.get("tokens", byte[].class), name(idHash)),
                                        row.get("refreshed_at", Instant.class)));
    }

    void end(String number) {
        entities.createNativeQuery("delete from web_session where id_hash = :id")
                .setParameter("id", hash(number))
                .executeUpdate();
    }

    /// Claims the refresh of a session's tokens: of several requests at once only one may use the
    /// refresh token.
    boolean claimRefresh(Session session, Instant before) {
        return entities.createNativeQuery(
                                "update web_session set refreshed_at = :now where id_hash = :id and refreshed_at < :before")
                        .setParameter("now", clock.instant())
                        .setParameter("id", session.idHash())
                        .setParameter("before", before)
                        .executeUpdate()
                == 1;
    }

    void replaceTokens(Session session, String tokens) {
        entities.createNativeQuery("update web_session set tokens = :tokens where id_hash = :id")
                .setParameter("tokens", keys.seal(tokens, name(session.idHash())))
                .setParameter("id", session.idHash())
                .executeUpdate();
    }

    /// Ends a session.
    ///
    /// @return the tokens that it held; empty if it had ended before
    Optional<String> end(Session session) {
        @SuppressWarnings("unchecked")
        var rows =
                (java.util.List<Tuple>)
                        entities.createNativeQuery(
                                        "delete from web_session where id_hash = :id returning tokens as tokens",
                                        Tuple.class)
                                .setParameter("id", session.idHash())
                                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> keys.open(row.get("tokens", byte[].class), name(session.idHash())));
    }

    /// Says whose session it is; true the first time, which is the sign-in.
    public boolean belongsTo(Session session, UUID user) {
        return entities.createNativeQuery(
                                "update web_session set user_id = :user where id_hash = :id and user_id is null")
                        .setParameter("user", user)
                        .setParameter("id", session.idHash())
                        .executeUpdate()
                == 1;
    }

    /// Chooses the appointment in use from the next request on.
    public void actAs(Session session, UUID appointment) {
        entities.createNativeQuery(
                        "update web_session set acting_appointment_id = :appointment where id_hash = :id")
                .setParameter("appointment", appointment)
                .setParameter("id", session.idHash())
                .executeUpdate();
    }

    /// Keeps why people are searched in this session.
    public void searchReason(Session session, @Nullable String reason) {
        entities.createNativeQuery(
                        "update web_session set search_reason = cast(:reason as text) where id_hash = :id")
                .setParameter("reason", reason)
                .setParameter("id", session.idHash())
                .executeUpdate();
    }

    private static String name(byte[] idHash) {
        return "web_session:" + HexFormat.of().formatHex(idHash);
    }

    private static byte[] hash(String number) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(number.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
