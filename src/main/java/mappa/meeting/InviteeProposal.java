package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mappa.agency.Agencies;
import mappa.agency.AgencyKind;
import mappa.agency.AgencyView;
import mappa.agency.CoreAgencies;
import mappa.agency.Occasion;
import mappa.agency.Occasions;
import mappa.caseload.CaseSituation;
import mappa.caseload.CaseloadService;
import mappa.caseload.CircumstanceKind;
import mappa.caseload.Location;
import mappa.identity.Actor;
import org.jspecify.annotations.Nullable;

/// Which agencies should be asked to a meeting, by what the case says (R-MTG-07, R-CAT-12, R-GRP).
/// Only agencies are ever proposed: the individual and victims are none (R-ACC-04, R-ACC-05).
@ApplicationScoped
class InviteeProposal {

    private static final String POLICE = "POLICE";
    private static final String PRISON = "PRISON";

    private final Agencies agencies;
    private final CoreAgencies cores;
    private final Occasions occasions;
    private final MeetingConditions conditions;
    private final CaseloadService caseload;

    InviteeProposal(
            Agencies agencies,
            CoreAgencies cores,
            Occasions occasions,
            MeetingConditions conditions,
            CaseloadService caseload) {
        this.agencies = agencies;
        this.cores = cores;
        this.occasions = occasions;
        this.conditions = conditions;
        this.caseload = caseload;
    }

    /// All agencies of the area, those proposed first, then those that would be if they might.
    List<ProposedInvitee> of(Meeting meeting, Actor actor) {
        var core = cores.of(meeting.area(), meeting.level());
        var of = caseload.situation(meeting.caseId(), actor);
        var asked = occasions.of(meeting.area());
        return agencies.in(meeting.area()).stream()
                .map(agency -> propose(agency, meeting, of, core.contains(agency), asked))
                .sorted(
                        Comparator.comparing(ProposedInvitee::isProposed)
                                .thenComparing(one -> !one.reasons().isEmpty())
                                .reversed()
                                .thenComparing(ProposedInvitee::name))
                .toList();
    }

    private ProposedInvitee propose(
            AgencyView agency,
            Meeting meeting,
            CaseSituation of,
            boolean isCore,
            Map<Occasion, Set<UUID>> asked) {
        var reasons = new ArrayList<InviteReason>();
        var against = new ArrayList<LeftOutReason>();
        if (conditions.problem("agencies", agency, meeting).isPresent()) {
            against.add(LeftOutReason.NO_AGREEMENT);
        }
        if (isCore) {
            reasons.add(InviteReason.CORE);
        }
        if (agency.kind() == AgencyKind.RESPONSIBLE_AUTHORITY && !PRISON.equals(agency.body())) {
            reasons.add(InviteReason.RESPONSIBLE_AUTHORITY);
        }
        if (POLICE.equals(agency.body())) {
            reasons.add(InviteReason.POLICE_OFFICER);
        }
        var standing = of.standing();
        if (standing != null && agency.id().equals(standing.leadAgencyId())) {
            reasons.add(InviteReason.LEAD);
        }
        var now = occasions(of);
        var others = new ArrayList<LeftOutReason>();
        for (var occasion : Occasion.values()) {
            if (asked.get(occasion).contains(agency.id())) {
                if (now.contains(occasion)) {
                    reasons.add(InviteReason.of(occasion));
                } else {
                    others.add(LeftOutReason.of(occasion, of.child() != null));
                }
            }
        }
        if (reasons.isEmpty()) {
            against.add(LeftOutReason.NOT_CORE);
            against.addAll(others);
        }
        return new ProposedInvitee(
                agency.id(),
                agency.name(),
                reasons.stream().anyMatch(InviteReason::isCore)
                        ? Relevance.CORE
                        : Relevance.CASE_SPECIFIC,
                reasons,
                against);
    }

    private static Set<Occasion> occasions(CaseSituation of) {
        var now = EnumSet.noneOf(Occasion.class);
        if (Boolean.TRUE.equals(of.child())) {
            now.add(Occasion.CHILD);
        }
        var where = occasion(of.location());
        if (where != null) {
            now.add(where);
        }
        of.circumstances().stream().map(InviteeProposal::occasion).forEach(now::add);
        return now;
    }

    private static @Nullable Occasion occasion(@Nullable Location location) {
        return switch (location) {
            case PRISON -> Occasion.CUSTODY;
            case HOSPITAL_MHA -> Occasion.HOSPITAL;
            case IMMIGRATION_DETENTION -> Occasion.IMMIGRATION;
            case COMMUNITY, UNLAWFULLY_AT_LARGE, OUT_OF_AREA, DECEASED, DEPORTED -> null;
            case null -> null;
        };
    }

    private static Occasion occasion(CircumstanceKind kind) {
        return switch (kind) {
            case ELECTRONIC_MONITORING -> Occasion.ELECTRONIC_MONITORING;
            case IMMIGRATION -> Occasion.IMMIGRATION;
            case ARMED_FORCES -> Occasion.ARMED_FORCES;
            case ARSON -> Occasion.ARSON;
            case VICTIM_CONTACT -> Occasion.VICTIM_CONTACT;
        };
    }
}
