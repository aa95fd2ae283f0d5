package mappa.notice;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells people by mail that something waits for them, once each.
@ApplicationScoped
public class Notices {

    private static final Pattern REFERENCE = Pattern.compile("[A-Z]{2,4}-\\d{2}-\\d{4,9}(/R\\d+)?");
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/_-]*");

    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transactions;
    private final Event<NoticeWritten> written;
    private final Clock clock;

    Notices(
            EntityManager entities,
            TransactionSynchronizationRegistry transactions,
            Event<NoticeWritten> written,
            Clock clock) {
        this.entities = entities;
        this.transactions = transactions;
        this.written = written;
        this.clock = clock;
    }

    /// Writes a mail to each recipient who was not told of the same occasion before; it leaves
    /// after commit.
    ///
    /// What can be said is all there is in a mail: its reference, day and link. Whoever may not
    /// know of the thing must not be among the recipients.
    ///
    /// @param thing what it is about: the referral
    /// @param occasion what makes it another notice of the same kind: the due day (`2026-04-09`) or
    ///   the round (`round-2`); the same occasion is told once, whoever asks again
    /// @param recipients accounts; one twice counts once
    /// @param reference `NS-26-0412/R1`; null as long as it has none
    /// @param path of the page where it is done, from the root, without a query
    /// @param dueOn day to name; null where the kind's words name none
    /// @return number of mails that were not written before
    public int tell(
            UUID thing,
            NoticeKind kind,
            String occasion,
            Collection<UUID> recipients,
            @Nullable String reference,
            String path,
            @Nullable LocalDate dueOn) {
        return tell(thing, kind, occasion, recipients, reference, path, dueOn, null);
    }

    /// As before, with an appointment for the recipients' calendars.
    ///
    /// @param entry null for none
    public int tell(
            UUID thing,
            NoticeKind kind,
            String occasion,
            Collection<UUID> recipients,
            @Nullable String reference,
            String path,
            @Nullable LocalDate dueOn,
            @Nullable NoticeEntry entry) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("a notice is written in the transaction of its cause");
        }
        if (reference != null && !REFERENCE.matcher(reference).matches()) {
            throw new IllegalArgumentException("not the reference of a case or referral");
        }
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("not the path of a page");
        }
        var fresh = 0;
        for (var recipient : recipients) {
            fresh +=
                    entities.createNativeQuery(
                                    """
                                    insert into notice (id, thing_id, kind, occasion, recipient_id, reference, due_on, path, created_at, due_at,
                                        entry_starts_at, entry_ends_at, entry_sequence, entry_cancelled, entry_organizer)
                                    values (:id, :thing, :kind, :occasion, :recipient, cast(:reference as text),
                                            cast(:due as date), :path, :now, :now,
                                            cast(:startsAt as timestamptz), cast(:endsAt as timestamptz),
                                            cast(:sequence as integer), cast(:cancelled as boolean), cast(:organizer as text))
                                    on conflict do nothing
                                    """)
                            .setParameter("id", UuidCreator.getTimeOrderedEpoch())
                            .setParameter("thing", thing)
                            .setParameter("kind", kind.name())
                            .setParameter("occasion", occasion)
                            .setParameter("recipient", recipient)
                            .setParameter("reference", reference)
                            .setParameter("due", dueOn)
                            .setParameter("path", path)
                            .setParameter("now", clock.instant())
                            .setParameter("startsAt", entry == null ? null : entry.startsAt())
                            .setParameter("endsAt", entry == null ? null : entry.endsAt())
                            .setParameter("sequence", entry == null ? null : entry.sequence())
                            .setParameter("cancelled", entry == null ? null : entry.cancelled())
                            .setParameter("organizer", entry == null ? null : entry.organizer())
                            .executeUpdate();
        }
        if (fresh > 0) {
            written.fire(new NoticeWritten());
        }
        return fresh;
    }
}
