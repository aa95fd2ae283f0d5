package mappa.observation;

import static mappa.identity.Operation.ANNOUNCE_OBSERVER;
import static mappa.identity.Operation.OBSERVE;
import static mappa.identity.Operation.READ_LAY_ADVISERS;
import static mappa.identity.Operation.READ_OBSERVATION;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import mappa.audit.AuditTrail;
import mappa.audit.Consulted;
import mappa.audit.Once;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Grants;
import mappa.identity.Principals;
import mappa.identity.Relation;
import mappa.identity.Role;
import mappa.meeting.CalendarEntry;
import mappa.meeting.MeetingCalendar;
import mappa.observation.ObservationChanged.What;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import mappa.time.London;

/// What is done with observations, from the announcement to the notes for the board.
@ApplicationScoped
@Transactional
public class ObservationService {

    private final Observations observations;
    private final MeetingCalendar meetings;
    private final Access access;
    private final Grants grants;
    private final Actors actors;
    private final AuditTrail trail;
    private final Clock clock;

    ObservationService(
            Observations observations,
            MeetingCalendar meetings,
            Access access,
            Grants grants,
            Actors actors,
            AuditTrail trail,
            Clock clock) {
        this.observations = observations;
        this.meetings = meetings;
        this.access = access;
        this.grants = grants;
        this.actors = actors;
        this.trail = trail;
        this.clock = clock;
    }

    /// A lay adviser.
    public record LayAdviser(UUID id, String name) {}

    // ---- the unit

    /// Announces that a lay adviser watches a meeting: to them, and to everybody who is asked to
    /// it.
    ///
    /// @return id of the observation
    /// @throws Invalid for nobody who advises the area, and without a purpose
    /// @throws RuleBroken `MTG-18` once the meeting has begun, and a second time for the same
    ///   person
    @Once
    public UUID announce(UUID meetingId, AnnounceObserver command, Actor actor) {
        access.require(ANNOUNCE_OBSERVER, meetingId, actor);
        var area = actor.areaFor(ANNOUNCE_OBSERVER);
        if (!actors.holders(area, Role.LAY_ADVISER).contains(command.layAdviser())) {
            throw new Invalid("layAdviser", "observation.problem.lay-adviser");
        }
        if (observations.announced(meetingId).stream()
                .anyMatch(one -> one.layAdviser().equals(command.layAdviser()))) {
            throw new RuleBroken(ObservationRule.OBSERVER, "observation.announced-already");
        }
        var observation =
                new Observation(
                        area, meeting(meetingId), command, actor.personId(), clock.instant());
        observations.add(observation);
        grants.grant(Principals.unit(area), observation.id(), Relation.UNIT);
        grants.grant(Principals.role(area, Role.SMB_CHAIR), observation.id(), Relation.OVERSIGHT);
        grants.grant(
                Principals.person(observation.layAdviser()), observation.id(), Relation.OBSERVER);
        record(What.ANNOUNCED, observation, actor);
        return observation.id();
    }

    private CalendarEntry meeting(UUID id) {
        return meetings.find(id).orElseThrow(() -> new NotFound(CalendarEntry.class));
    }

    /// Those announced for a meeting, for the unit.
    public List<ObservationView> announced(UUID meetingId, Actor actor) {
        access.require(ANNOUNCE_OBSERVER, meetingId, actor);
        return observations.announced(meetingId).stream().map(this::view).toList();
    }

    /// Who can be asked, by name.
    public List<LayAdviser> layAdvisers(Actor actor) {
        var ids = actors.holders(actor.areaFor(READ_LAY_ADVISERS), Role.LAY_ADVISER);
        var names = actors.names(ids);
        return ids.stream()
                .filter(id -> !actor.has(Role.LAY_ADVISER) || id.equals(actor.person()))
                .map(id -> new LayAdviser(id, names.getOrDefault(id, "")))
                .toList();
    }

    /// Takes the announcement back before the meeting.
    ///
    /// @throws RuleBroken `MTG-18` once the meeting was held
    @Once
    public void withdraw(UUID meetingId, UUID id, Actor actor) {
        access.require(ANNOUNCE_OBSERVER, meetingId, actor);
        var observation = observations.lock(id);
        if (!observation.meetingId().equals(meetingId)) {
            throw new NotFound(Observation.class);
        }
        if (observation.heldOn().isPresent()) {
            throw new RuleBroken(ObservationRule.OBSERVER, "observation.held");
        }
        observation.end(clock.instant());
        record(What.ENDED, observation, actor);
    }

    // ---- the meeting

    /// The meeting is at another time or place.
    void moved(UUID meetingId, Actor actor) {
        for (var observation : observations.announced(meetingId)) {
            observation.follow(meeting(meetingId));
            record(What.MOVED, observation, actor);
        }
    }

    void calledOff(UUID meetingId, Actor actor) {
        for (var observation : observations.announced(meetingId)) {
            observation.end(clock.instant());
            record(What.ENDED, observation, actor);
        }
    }

    /// The meeting was held, if not to its end.
    void held(UUID meetingId, Actor actor) {
        for (var observation : observations.announced(meetingId)) {
            observation.held(meeting(meetingId).heldOn());
            record(What.HELD, observation, actor);
        }
    }

    // ---- the lay adviser

    /// @throws NotFound if there is none with that id, or none that the actor may see
    public ObservationView observation(UUID id, Actor actor) {
        access.require(READ_OBSERVATION, id, actor);
        var observation = observations.get(id);
        trail.record(actor, new Consulted("observation", List.of(id)));
        return view(observation);
    }

    /// The lay adviser says that they take part as an observer and keep no papers.
    @Once
    public void acknowledge(UUID id, Actor actor) {
        access.require(OBSERVE, id, actor);
        var observation = observations.lock(id);
        observation.acknowledge(clock.instant());
        record(What.ACKNOWLEDGED, observation, actor);
    }

    /// Writes notes for the board; the observation counts from now on.
    ///
    /// @throws Invalid without a text
    /// @throws RuleBroken `MTG-18` before the meeting was held or without the acknowledgement
    @Once
    public void write(UUID id, String text, Actor actor) {
        access.require(OBSERVE, id, actor);
        var observation = observations.lock(id);
        observation.requireNotes();
        observations.add(
                new ObservationNotes(observation, text, actor.personId(), clock.instant()));
        record(What.NOTES_WRITTEN, observation, actor);
    }

    /// The observations of one lay adviser; a lay adviser reads their own.
    ///
    /// @throws NotFound if the actor's area has no such lay adviser
    public LayAdviserLog log(UUID person, Actor actor) {
        var found =
                layAdvisers(actor).stream()
                        .filter(one -> one.id().equals(person))
                        .findFirst()
                        .orElseThrow(() -> new NotFound(LayAdviser.class));
        var all =
                observations.of(person, actor.areaFor(READ_LAY_ADVISERS)).stream()
                        .map(this::view)
                        .toList();
        return new LayAdviserLog(
                found.id(),
                found.name(),
                LayAdviserLog.quarters(
                        all.stream()
                                .filter(ObservationView::observed)
                                .map(ObservationView::day)
                                .toList(),
                        London.today(clock)),
                all);
    }

    private ObservationView view(Observation of) {
        var name = actors.names(List.of(of.layAdviser())).getOrDefault(of.layAdviser(), "");
        return ObservationView.of(of, name, observations.notes(of.id()));
    }

    private void record(What what, Observation observation, Actor actor) {
        observations.flush();
        trail.record(actor, ObservationChanged.of(what, observation));
    }
}
