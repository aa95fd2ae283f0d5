package mappa.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.agency.AreaService;
import mappa.agency.ChangeSetting;
import mappa.agency.Setting;
import mappa.identity.Actor;
import mappa.meeting.MeetingStories;
import mappa.meeting.MinutesService;
import org.jspecify.annotations.Nullable;

/// Transfers in PostgreSQL, by the commands of the coordinators of two areas.
@ApplicationScoped
public class TransferStories {

    private final TransferService service;
    private final TransferReadingService reading;
    private final MeetingStories meetings;
    private final MinutesService minutes;
    private final AreaService areas;
    private final TestPeople people;

    TransferStories(
            TransferService service,
            TransferReadingService reading,
            MeetingStories meetings,
            MinutesService minutes,
            AreaService areas,
            TestPeople people) {
        this.service = service;
        this.reading = reading;
        this.meetings = meetings;
        this.minutes = minutes;
        this.areas = areas;
        this.people = people;
    }

    <T> T as(Actor actor, Supplier<T> work) {
        return people.as(actor, work);
    }

    void run(Actor actor, Runnable work) {
        people.as(actor, work);
    }

    /// Sets a number of an area from today.
    public void set(Actor coordinator, Setting setting, int value) {
        var change = new ChangeSetting(setting, Integer.toString(value), meetings.today(), -1);
        run(coordinator, () -> areas.change(change, coordinator));
    }

    /// A case of a circle about which one meeting was held and closed today.
    public UUID met(MeetingStories.Circle circle, int level) {
        var caseId = meetings.accepted(circle, level);
        var meeting = meetings.started(circle, caseId, 1);
        meetings.complete(circle, meeting, "STAY", null);
        meetings.close(circle, meeting);
        return caseId;
    }

    /// As [#met], with an action of the circle's last agency.
    ///
    /// @return id of the action
    UUID metWithAction(MeetingStories.Circle circle, UUID caseId) {
        var meeting = meetings.started(circle, caseId, 1);
        meetings.complete(circle, meeting, "STAY", null);
        var action = meetings.agree(circle, meeting, circle.agencies().getLast());
        meetings.close(circle, meeting);
        return action;
    }

    /// The minutes of the only meeting about a case are approved.
    UUID approved(MeetingStories.Circle circle, UUID caseId) {
        var id = id("select id from minutes where case_id = '%s'".formatted(caseId));
        run(circle.unit(), () -> minutes.sendToChair(id, circle.unit()));
        run(circle.chair(), () -> minutes.approve(id, circle.chair()));
        return id;
    }

    public UUID offered(Actor coordinator, UUID caseId, String to) {
        return as(coordinator, () -> service.offer(caseId, to, coordinator));
    }

    /// @return the case of the receiving area
    public UUID accepted(Actor coordinator, UUID transfer) {
        return Objects.requireNonNull(accept(coordinator, transfer).caseId());
    }

    Acceptance accept(Actor coordinator, UUID transfer) {
        var area = Objects.requireNonNull(coordinator.area());
        var lead = people.agency(area, "Probation");
        var command = new AcceptTransfer(coordinator.personId(), lead, Map.of());
        return as(coordinator, () -> service.accept(transfer, command, coordinator));
    }

    TransferView view(Actor actor, UUID transfer) {
        return as(actor, () -> reading.transfer(transfer, actor));
    }

    /// The only value that a query of the database's owner gives.
    static @Nullable Object value(String query) {
        try (var owner = RealParts.as("mappa_owner");
                var statement = owner.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getObject(1) : null;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static UUID id(String query) {
        return (UUID) Objects.requireNonNull(value(query), query);
    }

    static long count(String query) {
        return ((Number) Objects.requireNonNull(value("select count(*) " + query))).longValue();
    }
}
