package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import mappa.agency.Agencies;
import mappa.agency.AgencyKind;
import mappa.agency.AgencyView;
import mappa.agency.CoreAgencies;
import mappa.caseload.CaseSituation;
import mappa.caseload.CaseloadService;
import mappa.identity.Actor;

/// Which agencies should be asked to a meeting, by what the case says (R-MTG-07, R-CAT-12, R-GRP).
@ApplicationScoped
class InviteeProposal {

    private final Agencies agencies;
    private final CoreAgencies cores;
    private final CaseloadService caseload;

    InviteeProposal(Agencies agencies, CoreAgencies cores, CaseloadService caseload) {
        this.agencies = agencies;
        this.cores = cores;
        this.caseload = caseload;
    }

    /// All agencies of the area, those proposed first.
    List<ProposedInvitee> of(Meeting meeting, Actor actor) {
        var core = cores.of(meeting.area(), meeting.level());
        var of = caseload.situation(meeting.caseId(), actor);
        return agencies.in(meeting.area()).stream()
                .map(agency -> propose(agency, of, core.contains(agency)))
                .sorted(
                        java.util.Comparator.comparing(ProposedInvitee::isProposed)
                                .reversed()
                                .thenComparing(ProposedInvitee::name))
                .toList();
    }

    private static ProposedInvitee propose(AgencyView agency, CaseSituation of, boolean isCore) {
        var reasons = reasons(agency, of, isCore);
        return new ProposedInvitee(
                agency.id(),
                agency.name(),
                reasons.isEmpty() ? Relevance.CASE_SPECIFIC : Relevance.CORE,
                reasons);
    }

    private static List<InviteReason> reasons(AgencyView agency, CaseSituation of, boolean isCore) {
        var reasons = new ArrayList<InviteReason>();
        if (isCore) {
            reasons.add(InviteReason.CORE);
        }
        if (agency.kind() == AgencyKind.RESPONSIBLE_AUTHORITY) {
            reasons.add(InviteReason.RESPONSIBLE_AUTHORITY);
        }
        var standing = of.standing();
        if (standing != null && agency.id().equals(standing.leadAgencyId())) {
            reasons.add(InviteReason.LEAD);
        }
        return reasons;
    }
}
