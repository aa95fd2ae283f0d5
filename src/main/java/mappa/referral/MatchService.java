package mappa.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import mappa.audit.Once;
import mappa.caseload.Basis;
import mappa.caseload.CaseloadService;
import mappa.caseload.CreatePerson;
import mappa.caseload.CreatePerson.Verdict;
import mappa.caseload.Level;
import mappa.caseload.LevelDecision;
import mappa.caseload.LevelSetBy;
import mappa.caseload.OpenEligibility;
import mappa.caseload.PersonDetails;
import mappa.caseload.PersonMatch;
import mappa.caseload.PersonOutcome;
import mappa.identity.Actor;
import mappa.identity.Operation;
import mappa.rule.Invalid;
import mappa.time.London;

/// Ties a referral to a person, their case and their category: all of it in one transaction, or
/// nothing.
@ApplicationScoped
@Transactional
public class MatchService {

    private final ReferralService referrals;
    private final CaseloadService caseload;
    private final Clock clock;

    MatchService(ReferralService referrals, CaseloadService caseload, Clock clock) {
        this.referrals = referrals;
        this.caseload = caseload;
        this.clock = clock;
    }

    /// People of the area who could be the one that a referral tells of, best first.
    public List<PersonMatch> candidates(PersonDetails details, Actor actor) {
        return caseload.findNearDuplicates(details, actor);
    }

    /// The person is found or recorded, has a case, and for a statutory category an eligibility at
    /// Level 1 if none is open; the referral gets its reference.
    ///
    /// @throws Invalid if somebody alike has not been compared, or two are said to be the same
    @Once
    public ReferralResult match(UUID id, RecognisePerson command, Actor actor) {
        var alike = caseload.findNearDuplicates(command.details(), actor);
        var same =
                alike.stream()
                        .filter(one -> command.verdicts().get(one.personId()) == Verdict.SAME)
                        .toList();
        if (same.size() > 1) {
            throw new Invalid(field(same.getLast()), "referral.problem.two-same");
        }
        var person =
                switch (caseload.createPerson(
                        new CreatePerson(command.details(), command.verdicts()), actor)) {
                    case PersonOutcome.Created(var created) -> created;
                    case PersonOutcome.Recognised(var recognised) -> recognised;
                    case PersonOutcome.Compare(var candidates) ->
                            throw new Invalid(
                                    candidates.stream()
                                            .filter(
                                                    one ->
                                                            !command.verdicts()
                                                                    .containsKey(one.personId()))
                                            .map(
                                                    one ->
                                                            Invalid.Problem.of(
                                                                    field(one),
                                                                    "referral.problem.compare"))
                                            .toList());
                };
        var area = actor.areaFor(Operation.CHECK_REFERRAL);
        var opened = caseload.openCaseFor(person, area, actor);
        var isOpen = same.stream().anyMatch(one -> one.standing() != null);
        if (command.category() != null && command.leadAgency() != null && !isOpen) {
            caseload.openEligibility(
                    opened.id(),
                    new OpenEligibility(
                            command.category(),
                            Basis.STATUTORY,
                            Set.of(),
                            London.today(clock),
                            command.leadAgency(),
                            Level.LEVEL_1,
                            new LevelDecision(LevelSetBy.LEAD_AGENCY, command.reason(), null)),
                    actor);
        }
        return referrals.match(id, new MatchPerson(person, opened.id(), opened.reference()), actor);
    }

    /// Name of the field in which a near-duplicate is judged.
    static String field(PersonMatch candidate) {
        return "verdict-" + candidate.personId();
    }
}
