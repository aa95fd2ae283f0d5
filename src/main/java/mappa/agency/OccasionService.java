package mappa.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import mappa.audit.AuditTrail;
import mappa.audit.Once;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Operation;
import mappa.rule.Changed;
import mappa.rule.Invalid;
import mappa.rule.NotFound;

/// Which agencies an area asks on which occasion. Everybody of the area reads it, its unit changes
/// it.
@ApplicationScoped
@Transactional
public class OccasionService {

    private final Occasions occasions;
    private final Agencies agencies;
    private final SettingHistory history;
    private final Actors actors;
    private final AuditTrail audit;
    private final Clock clock;

    OccasionService(
            Occasions occasions,
            Agencies agencies,
            SettingHistory history,
            Actors actors,
            AuditTrail audit,
            Clock clock) {
        this.occasions = occasions;
        this.agencies = agencies;
        this.history = history;
        this.actors = actors;
        this.audit = audit;
        this.clock = clock;
    }

    /// Each occasion with the agencies asked, in their order.
    ///
    /// @param area of the actor; only somebody who acts in none may name any
    public List<OccasionView> all(String area, Actor actor) {
        if (actor.area() != null && !actor.area().equals(area)) {
            throw new NotFound(OccasionList.class);
        }
        var said = occasions.all(area);
        var asked = occasions.of(area);
        var latest = occasions.latest(area);
        var names = actors.names(said.stream().map(OccasionList::recordedBy).distinct().toList());
        var standing = agencies.in(area);
        return Stream.of(Occasion.values())
                .map(
                        occasion -> {
                            var list = latest.get(occasion);
                            return new OccasionView(
                                    occasion,
                                    standing.stream()
                                            .filter(one -> asked.get(occasion).contains(one.id()))
                                            .toList(),
                                    list == null ? null : names.getOrDefault(list.recordedBy(), ""),
                                    list == null ? null : list.recordedAt(),
                                    times(said, occasion));
                        })
                .toList();
    }

    private static int times(List<OccasionList> said, Occasion occasion) {
        return (int) said.stream().filter(one -> one.occasion() == occasion).count();
    }

    /// Agencies of an area of which it can choose, by name.
    public List<AgencyView> choices(String area, Actor actor) {
        return agencies.in(area);
    }

    /// @throws Invalid for an agency that is not of the actor's area, or what stands already
    @Once
    public void set(SetOccasion command, Actor actor) {
        var area = actor.areaFor(Operation.CHANGE_AGENCIES);
        history.lock(area);
        var found = times(occasions.all(area), command.occasion());
        if (command.version() >= 0 && command.version() != found) {
            throw new Changed(OccasionList.class, command.version(), found);
        }
        var standing = agencies.in(area).stream().map(AgencyView::id).toList();
        if (!new HashSet<>(standing).containsAll(command.agencies())) {
            throw new Invalid("agencies", "agency.problem.not-of-area");
        }
        if (found > 0
                && occasions
                        .of(area)
                        .get(command.occasion())
                        .equals(new HashSet<>(command.agencies()))) {
            throw new Invalid("agencies", "agency.problem.unchanged");
        }
        agencies.add(
                new OccasionList(
                        area,
                        command.occasion(),
                        command.agencies(),
                        clock.instant(),
                        actor.personId()));
        audit.record(actor, new OccasionSet(area, command.occasion(), command.agencies()));
    }
}
