package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mappa.agency.Agencies;
import mappa.agency.AgencyView;
import mappa.agency.AgreementKind;
import mappa.agency.Agreements;
import mappa.appointment.Chair;
import mappa.appointment.Chairs;
import mappa.caseload.CaseloadService;
import mappa.departure.Departures;
import mappa.identity.Actor;
import mappa.identity.Grants;
import mappa.rule.Invalid;
import mappa.rule.RuleBroken;
import mappa.schedule.ScheduleRule;
import mappa.time.London;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// What is asked before the date of a meeting stands: its limit or a departure from it, the grade
/// of its chair, the agreements with its guests.
@ApplicationScoped
class MeetingConditions {

    private final Departures departures;
    private final Chairs chairs;
    private final Agencies agencies;
    private final Agreements agreements;
    private final CaseloadService caseload;
    private final Grants grants;
    private final Clock clock;

    MeetingConditions(
            Departures departures,
            Chairs chairs,
            Agencies agencies,
            Agreements agreements,
            CaseloadService caseload,
            Grants grants,
            Clock clock) {
        this.departures = departures;
        this.chairs = chairs;
        this.agencies = agencies;
        this.agreements = agreements;
        this.caseload = caseload;
        this.grants = grants;
        this.clock = clock;
    }

    /// @throws PastLimit past the limit without a departure from its rule
    /// @throws Invalid for a chair who is not senior enough (R-MTG-06), or an agency that is asked
    ///   and whose agreement does not last until that day (R-INF-05)
    void require(Meeting meeting) {
        requireChair(meeting);
        refuse(
                agencies.in(meeting.area()).stream()
                        .filter(agency -> meeting.invitation(agency.id()).isPresent())
                        .map(agency -> problem("startsAt", agency, meeting))
                        .flatMap(Optional::stream)
                        .toList());
        meeting.requireInsideLimit(departure(meeting), London.today(clock));
    }

    private @Nullable UUID departure(Meeting meeting) {
        return meeting.isPastLimit()
                ? departures
                        .standing(
                                ScheduleRule.of(meeting.limitRule().orElseThrow()),
                                meeting.caseId(),
                                meeting.area(),
                                meeting.dayOf())
                        .orElse(null)
                : null;
    }

    private void requireChair(Meeting meeting) {
        var chair =
                chairs.of(meeting.area()).stream()
                        .filter(one -> one.person().equals(meeting.chair()))
                        .findFirst()
                        .orElseThrow(() -> new Invalid("chair", "meeting.no-chair"));
        if (grants.isExcluded(chair.person(), meeting.caseId())) {
            throw new Invalid("chair", "meeting.chair-has-conflict");
        }
        if (!chair.isSeniorEnoughFor(meeting.level())) {
            throw new Invalid(
                    "chair",
                    meeting.level() == 3
                            ? "meeting.chair-not-senior"
                            : "meeting.chair-without-grade",
                    grade(chair));
        }
    }

    /// Those who can chair at a level and have no conflict of interest, each with the grade.
    List<Chair> chairs(String area, int level, UUID caseId) {
        return chairs.of(area).stream()
                .filter(one -> one.isSeniorEnoughFor(level))
                .filter(one -> !grants.isExcluded(one.person(), caseId))
                .toList();
    }

    static String grade(Chair chair) {
        return chair.grade() == null
                ? Said.of("web.not-recorded")
                : Said.code("appointment.grade", chair.grade());
    }

    /// @param field where the agencies were chosen
    /// @throws Invalid naming each agency that is not of the area, and each guest without an
    ///   agreement that lasts until the day of the meeting
    void requireAgreements(String field, Meeting meeting, List<UUID> asked) {
        var known = agencies.in(meeting.area());
        var problems = new ArrayList<Invalid.Problem>();
        for (var id : asked) {
            known.stream()
                    .filter(agency -> agency.id().equals(id))
                    .findFirst()
                    .ifPresentOrElse(
                            agency -> problem(field, agency, meeting).ifPresent(problems::add),
                            () ->
                                    problems.add(
                                            Invalid.Problem.of(field, "meeting.no-such-agency")));
        }
        refuse(problems);
    }

    private static void refuse(List<Invalid.Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    /// Whoever takes part for an agency is named by the agency, so what they type is looked at,
    /// too.
    ///
    /// @throws RuleBroken `ACC-04` for a name of the person whom the meeting is about
    void requireNotTheIndividual(Meeting meeting, @Nullable String typed, Actor actor) {
        if (typed != null && caseload.isNamed(meeting.personId(), typed, actor)) {
            throw new RuleBroken(MeetingRule.NOT_THE_INDIVIDUAL, "meeting.is-the-individual");
        }
    }

    /// What stands against asking an agency; empty where nothing does.
    Optional<Invalid.Problem> problem(String field, AgencyView agency, Meeting meeting) {
        var day = meeting.dayOf();
        if (agreements.mayBeInvited(agency, day)) {
            return Optional.empty();
        }
        var state = agreements.state(agency, AgreementKind.INFORMATION_SHARING, day);
        return Optional.of(
                Invalid.Problem.of(
                        field,
                        "meeting.no-agreement",
                        agency.name(),
                        day,
                        Said.code("agency.agreement.state", state)));
    }
}
