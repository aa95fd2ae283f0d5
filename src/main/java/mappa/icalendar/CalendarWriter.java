package mappa.icalendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import mappa.time.London;
import mappa.web.Words;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Writes appointments as iCalendar objects.
@ApplicationScoped
public class CalendarWriter {

    private static final String PRODUCT = "-//MAPPA case meetings//EN";

    /// The rules since 1996, by which a calendar knows what the clocks in London show; the
    /// library's own list begins in 1847, and some calendars read only a short one.
    private static final String LONDON =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:%s
            BEGIN:VTIMEZONE
            TZID:Europe/London
            BEGIN:DAYLIGHT
            DTSTART:19960331T010000
            TZOFFSETFROM:+0000
            TZOFFSETTO:+0100
            TZNAME:BST
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            END:DAYLIGHT
            BEGIN:STANDARD
            DTSTART:19961027T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0000
            TZNAME:GMT
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            END:VTIMEZONE
            END:VCALENDAR
            """
                    .formatted(PRODUCT)
                    .replace("\n", "\r\n");

    private final Words words;
    private final URI baseUrl;
    private final String marking;

    CalendarWriter(
            Words words,
            @ConfigProperty(name = "mappa.base-url") URI baseUrl,
            @ConfigProperty(name = "mappa.marking", defaultValue = "OFFICIAL-SENSITIVE")
                    String marking) {
        this.words = words;
        this.baseUrl = baseUrl;
        this.marking = marking;
    }

    /// A calendar that programs fetch again and again.
    ///
    /// @param refresh how long a program may wait before it does; a hint, which each weighs itself
    public String feed(List<CalendarItem> items, Duration refresh) {
        var calendar = begun();
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), refresh));
        calendar.add(new XProperty("X-PUBLISHED-TTL", refresh.toString()));
        calendar.add(new XProperty("X-WR-CALNAME", marking + ": " + say("calendar.entries")));
        items.forEach(item -> calendar.add(event(item, item.changedAt())));
        return written(calendar);
    }

    /// What makes a calendar enter, replace or cancel an appointment that somebody is asked to.
    ///
    /// @param organizer mail address of the unit
    /// @param attendee mail address of the one person who is asked
    /// @param now when it is said
    public String invitation(CalendarItem item, String organizer, String attendee, Instant now) {
        var calendar = begun();
        calendar.add(new Method(method(item)));
        var event = event(item, now);
        event.add(new Organizer(URI.create("mailto:" + organizer)));
        event.add(
                new Attendee(
                        new ParameterList(
                                List.of(
                                        CuType.INDIVIDUAL,
                                        Role.REQ_PARTICIPANT,
                                        PartStat.NEEDS_ACTION,
                                        Rsvp.FALSE)), // answered on the page, not by mail
                        URI.create("mailto:" + attendee)));
        calendar.add(event);
        return written(calendar);
    }

    /// `REQUEST` or `CANCEL`, as the part of a mail says it, too.
    public static String method(CalendarItem item) {
        return item.standing() == CalendarItem.Standing.CANCELLED
                ? Method.VALUE_CANCEL
                : Method.VALUE_REQUEST;
    }

    private static Calendar begun() {
        var calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(london());
        return calendar;
    }

    private static VTimeZone london() {
        try {
            return (VTimeZone)
                    new CalendarBuilder()
                            .build(new StringReader(LONDON))
                            .getComponent("VTIMEZONE")
                            .orElseThrow();
        } catch (IOException | ParserException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private VEvent event(CalendarItem item, Instant stamp) {
        var event = new VEvent(false);
        var page = baseUrl.resolve(item.path());
        event.add(new Uid("meeting-%s@%s".formatted(item.id(), baseUrl.getHost())));
        event.add(new DtStamp(stamp));
        event.add(new LastModified(item.changedAt()));
        event.add(new Sequence(item.sequence()));
        event.add(new Status(item.standing().name()));
        event.add(new DtStart<>(inLondon(item.startsAt())));
        event.add(new DtEnd<>(inLondon(item.endsAt())));
        event.add(new Summary(say("calendar.entry", item.reference())));
        event.add(new Location(say("calendar.entry-place")));
        event.add(new Description(marking + "\n" + say("calendar.entry-text") + "\n" + page));
        event.add(new Url(page));
        event.add(new Clazz(Clazz.VALUE_CONFIDENTIAL));
        return event;
    }

    private static ZonedDateTime inLondon(Instant instant) {
        return instant.atZone(London.ZONE);
    }

    private static String written(Calendar calendar) {
        try {
            var text = new StringWriter();
            new CalendarOutputter().output(calendar, text);
            return text.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private String say(String key, @Nullable Object... arguments) {
        return words.of(Words.ENGLISH, key, arguments);
    }
}
