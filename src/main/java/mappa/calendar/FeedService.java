package mappa.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mappa.audit.AuditTrail;
import mappa.audit.Consulted;
import mappa.icalendar.CalendarItem;
import mappa.icalendar.CalendarItem.Standing;
import mappa.icalendar.CalendarWriter;
import mappa.identity.Actor;
import mappa.identity.Operation;
import mappa.meeting.CalendarEntry;
import mappa.meeting.CalendarFilter;
import mappa.meeting.MeetingCalendar;
import mappa.rule.NotFound;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// Addresses at which calendar programs read one person's meetings.
@ApplicationScoped
@Transactional
class FeedService {

    static final Duration REFRESH = Duration.ofHours(1);

    private static final Duration BACK = Duration.ofDays(60);
    private static final Duration AHEAD = Duration.ofDays(400);
    private static final int MOST = 1_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CalendarFeeds feeds;
    private final MeetingCalendar calendar;
    private final CalendarWriter writer;
    private final AuditTrail audit;
    private final Clock clock;

    FeedService(
            CalendarFeeds feeds,
            MeetingCalendar calendar,
            CalendarWriter writer,
            AuditTrail audit,
            Clock clock) {
        this.feeds = feeds;
        this.calendar = calendar;
        this.writer = writer;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param usedAt null if no program has read it yet
    record FeedView(Instant madeAt, @Nullable Instant usedAt) {}

    /// The address of the appointment in use; empty if none is open.
    public Optional<FeedView> find(Actor actor) {
        return feeds.of(appointment(actor))
                .map(feed -> new FeedView(feed.madeAt(), feed.usedAt().orElse(null)));
    }

    /// Makes an address in place of the one before, which opens nothing any more.
    ///
    /// @return the secret of the address, 256 random bits; it is kept nowhere, so a repeat of the
    ///   call makes another
    public String make(Actor actor) {
        var now = clock.instant();
        feeds.of(appointment(actor)).ifPresent(feed -> feed.withdraw(now));
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        feeds.add(new CalendarFeed(actor.personId(), appointment(actor), hash(secret), now));
        audit.record(actor, new FeedChanged(FeedChanged.What.MADE));
        return secret;
    }

    /// The address opens nothing any more; nothing happens where there is none.
    public void withdraw(Actor actor) {
        feeds.of(appointment(actor))
                .ifPresent(
                        feed -> {
                            feed.withdraw(clock.instant());
                            audit.record(actor, new FeedChanged(FeedChanged.What.WITHDRAWN));
                        });
    }

    private static UUID appointment(Actor actor) {
        return Objects.requireNonNull(actor.acting()).id();
    }

    /// Whose address it is, and in which appointment.
    record Reader(UUID person, UUID appointment) {}

    /// @throws NotFound if no open address has that secret
    public Reader reader(String secret, Actor system) {
        return feeds.bySecret(hash(secret))
                .map(feed -> new Reader(feed.person(), feed.appointment()))
                .orElseThrow(() -> new NotFound(CalendarFeed.class));
    }

    /// What a program gets.
    ///
    /// @param text null where it was read too often
    /// @param comeBackAt null where it was not
    record Fetched(@Nullable String text, @Nullable Instant comeBackAt) {}

    /// The meetings that the address's person may see at this moment (R-ACC-01).
    ///
    /// @param actor that person, in the appointment for which the address was made
    /// @throws NotFound if the address is not open, or they may see no meetings any more
    public Fetched fetch(Actor actor) {
        var role = actor.role();
        if (role == null || !Operation.LIST_MEETINGS.allows(role)) {
            throw new NotFound(CalendarFeed.class);
        }
        var feed = feeds.of(appointment(actor)).orElseThrow(() -> new NotFound(CalendarFeed.class));
        var now = clock.instant();
        var comeBackAt = feed.read(now);
        if (comeBackAt.isPresent()) {
            return new Fetched(null, comeBackAt.get());
        }
        var entries = calendar.between(now.minus(BACK), now.plus(AHEAD), CalendarFilter.NONE, MOST);
        if (feed.isNews(London.dayOf(now), hash(entries))) {
            var subjects = new LinkedHashSet<UUID>();
            entries.forEach(
                    one -> subjects.addAll(List.of(one.id(), one.personId(), one.caseId())));
            audit.record(actor, new Consulted("calendar-feed", subjects));
        }
        return new Fetched(
                writer.feed(entries.stream().map(FeedService::item).toList(), REFRESH), null);
    }

    private static CalendarItem item(CalendarEntry of) {
        return new CalendarItem(
                of.id(),
                of.reference(),
                of.startsAt(),
                of.endsAt(),
                of.changes(),
                switch (of.state()) {
                    case PLANNED -> Standing.TENTATIVE;
                    case INVITED, STARTED, CLOSED, ADJOURNED -> Standing.CONFIRMED;
                    case CALLED_OFF -> Standing.CANCELLED;
                },
                of.changedAt(),
                "/meetings/" + of.id());
    }

    private static byte[] hash(List<CalendarEntry> entries) {
        var ids = ByteBuffer.allocate(entries.size() * 16);
        entries.stream()
                .map(CalendarEntry::id)
                .sorted()
                .forEach(
                        id ->
                                ids.putLong(id.getMostSignificantBits())
                                        .putLong(id.getLeastSignificantBits()));
        return digest().digest(ids.array());
    }

    private static byte[] hash(String secret) {
        return digest().digest(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
