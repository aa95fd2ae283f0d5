package mappa.identity;

import static mappa.identity.Relation.ESCALATED;
import static mappa.identity.Relation.INVITED;
import static mappa.identity.Relation.KEPT;
import static mappa.identity.Relation.OBSERVER;
import static mappa.identity.Relation.OVERSIGHT;
import static mappa.identity.Relation.OWNER;
import static mappa.identity.Relation.RECEIVING;
import static mappa.identity.Relation.RECIPIENT;
import static mappa.identity.Relation.SAMPLE;
import static mappa.identity.Relation.SCORER;
import static mappa.identity.Relation.SEAT;
import static mappa.identity.Relation.UNIT;
import static mappa.identity.Role.AGENCY_PRACTITIONER;
import static mappa.identity.Role.AGENCY_SPOC;
import static mappa.identity.Role.AUDITOR;
import static mappa.identity.Role.CASE_OWNER;
import static mappa.identity.Role.INFORMATION_GOVERNANCE;
import static mappa.identity.Role.MAPPA_ADMINISTRATOR;
import static mappa.identity.Role.MAPPA_COORDINATOR;
import static mappa.identity.Role.PANEL_MEMBER;
import static mappa.identity.Role.SMB_CHAIR;
import static mappa.identity.Role.SYSTEM_ADMIN;
import static mappa.identity.Role.VLO;

import java.util.EnumSet;
import java.util.Set;

/// The policy: which roles may use an operation, and which relation to the thing it needs. Nothing
/// else decides.
///
/// A role opens the page, a relation the record: no role answers 403 and names those that may, no
/// relation answers 404. An operation without relations is about no single record.
public enum Operation {
    /// Pages for everybody, signed in or not: start, signed out, problem pages, browser reports.
    ANYONE(false, Set.of(), Set.of()),
    /// Pages for everybody who is signed in, with or without a role.
    SIGNED_IN(true, Set.of(), Set.of()),
    /// Home, more, acting as: for everybody with a role.
    USE_SERVICE(anyRole(), related()),

    FIND_PERSON(unit(), related()),
    CREATE_PERSON(unit(), related()),
    READ_PERSON(unit(), related(UNIT)),
    CHANGE_PERSON(unit(), related(UNIT)),

    LIST_CASES(roles(MAPPA_COORDINATOR, MAPPA_ADMINISTRATOR, CASE_OWNER, AUDITOR), related()),
    READ_CASE(
            roles(MAPPA_COORDINATOR, MAPPA_ADMINISTRATOR, CASE_OWNER, AUDITOR),
            related(UNIT, OWNER, KEPT, SAMPLE)),
    CHANGE_CASE(unit(), related(UNIT)),
    /// What about a case asks for agencies at its meetings.
    CHANGE_CIRCUMSTANCES(
            roles(MAPPA_COORDINATOR, MAPPA_ADMINISTRATOR, CASE_OWNER), related(UNIT, OWNER)),
    /// The individual's part: the unit, who owns the case, and who chairs a meeting about it.
    READ_CONTRIBUTIONS(
            roles(MAPPA_COORDINATOR, MAPPA_ADMINISTRATOR, CASE_OWNER, Role.CHAIR),
            related(UNIT, OWNER, Relation.CHAIR)),
    CHANGE_CONTRIBUTIONS(
            roles(MAPPA_COORDINATOR, MAPPA_ADMINISTRATOR, CASE_OWNER, Role.CHAIR),
            related(UNIT, OWNER, Relation.CHAIR)),
    GIVE_SAMPLE(roles(MAPPA_COORDINATOR), related(UNIT)),
    READ_CASE_ACCESSES(
            roles(MAPPA_COORDINATOR, CASE_OWNER, AUDITOR, INFORMATION_GOVERNANCE),
            related(UNIT, OWNER, KEPT, SAMPLE)),

    LIST_REFERRALS(
            roles(
                    MAPPA_COORDINATOR,
                    MAPPA_ADMINISTRATOR,
                    Role.REFERRER,
                    CASE_OWNER,
                    AGENCY_SPOC,
                    AGENCY_PRACTITIONER,
                    VLO),
            related()),
    START_REFERRAL(
            roles(
                    MAPPA_COORDINATOR,
                    MAPPA_ADMINISTRATOR,
                    Role.REFERRER,
                    CASE_OWNER,
                    AGENCY_SPOC,
                    AGENCY_PRACTITIONER,
                    VLO),
            related()),
    READ_REFERRAL(anyRole(), related(UNIT, Relation.REFERRER, SEAT)),
    WRITE_REFERRAL(anyRole(), related(Relation.REFERRER)),
    WITHDRAW_REFERRAL(anyRole(), related(Relation.REFERRER, UNIT)),
    CHECK_REFERRAL(unit(), related(UNIT)),
    LIST_SCREENING(roles(MAPPA_COORDINATOR, MAPPA_ADMINISTRATOR, PANEL_MEMBER), related()),
    VOTE(roles(MAPPA_COORDINATOR, PANEL_MEMBER), related(SEAT)),
    NAME_SUBSTITUTE(roles(MAPPA_COORDINATOR, SMB_CHAIR), related(UNIT, ESCALATED)),
    READ_DECISION(anyRole(), related(UNIT, Relation.REFERRER, SEAT)),
    SEND_FEEDBACK(roles(MAPPA_COORDINATOR), related(UNIT)),

    LIST_MEETINGS(meets(), related()),
    READ_CYCLE(unit(), related(UNIT)),
    /// Dates, agencies asked, moving and calling off.
    ARRANGE_MEETING(unit(), related(UNIT)),
    READ_MEETING(meets(), related(UNIT, Relation.CHAIR, OWNER, INVITED)),
    ANSWER_INVITATION(roles(AGENCY_SPOC, CASE_OWNER), related(INVITED)),
    /// Starting a meeting and writing its record.
    RUN_MEETING(
            roles(MAPPA_COORDINATOR, MAPPA_ADMINISTRATOR, Role.CHAIR),
            related(UNIT, Relation.CHAIR)),
    READ_RECORD(meets(), related(UNIT, Relation.CHAIR, OWNER, INVITED)),
    /// Closing or adjourning: the chair alone.
    CLOSE_MEETING(roles(Role.CHAIR), related(Relation.CHAIR)),

    LIST_MINUTES(meets(), related()),
    /// Drafts are for the unit and the chair; others read what was given to their agency, and
    /// auditors what was approved, while the case is in their sample.
    READ_MINUTES(
            roles(
                    MAPPA_COORDINATOR,
                    MAPPA_ADMINISTRATOR,
                    Role.CHAIR,
                    CASE_OWNER,
                    AGENCY_SPOC,
                    AUDITOR),
            related(UNIT, Relation.CHAIR, RECIPIENT, RECEIVING, SAMPLE)),
    /// As a file, which stays with its reader.
    TAKE_MINUTES(meets(), related(UNIT, Relation.CHAIR, RECIPIENT, RECEIVING)),
    /// Drafting, and giving out what was approved.
    WRITE_MINUTES(unit(), related(UNIT)),
    APPROVE_MINUTES(roles(Role.CHAIR), related(Relation.CHAIR)),
    /// Correcting what was approved.
    ADD_TO_MINUTES(
            roles(MAPPA_COORDINATOR, MAPPA_ADMINISTRATOR, Role.CHAIR),
            related(UNIT, Relation.CHAIR)),
    READ_ACTION(acts(), related(UNIT, KEPT, Relation.CHAIR, OWNER, Relation.RESPONSIBLE)),
    /// Saying that an agreed action is done: its agency.
    FINISH_ACTION(acts(), related(Relation.RESPONSIBLE)),

    /// Files beside a record: whoever reads the record; which it is says the record's own
    /// operation.
    READ_FILES(anyRole(), related(UNIT, Relation.REFERRER, SEAT, Relation.CHAIR, OWNER, INVITED)),
    ADD_FILE(anyRole(), related(UNIT, Relation.REFERRER, Relation.CHAIR, INVITED)),
    LIST_TRANSFERS(unit(), related()),
    /// Offering a case to another area, and taking the offer back.
    OFFER_TRANSFER(roles(MAPPA_COORDINATOR), related(UNIT)),
    READ_TRANSFER(unit(), related(UNIT, RECEIVING)),
    /// Accepting or declining, and settling the actions that came along.
    ANSWER_TRANSFER(roles(MAPPA_COORDINATOR), related(RECEIVING)),

    LIST_EXPIRIES(roles(MAPPA_COORDINATOR), related()),
    /// What becomes of a case at Level 2 or 3 when its category ends.
    DECIDE_EXPIRY(roles(MAPPA_COORDINATOR), related(UNIT)),

    LIST_LEVEL_1(roles(MAPPA_COORDINATOR, MAPPA_ADMINISTRATOR, CASE_OWNER, AGENCY_SPOC), related()),
    /// The lead agency's own reviews at Level 1, and what prompts it to refer up.
    REVIEW_LEVEL_1(
            roles(MAPPA_COORDINATOR, MAPPA_ADMINISTRATOR, CASE_OWNER, AGENCY_SPOC),
            related(UNIT, OWNER, Relation.RESPONSIBLE)),

    /// Who watches a meeting, and why.
    ANNOUNCE_OBSERVER(unit(), related(UNIT)),
    LIST_OBSERVATIONS(roles(Role.LAY_ADVISER), related()),
    READ_OBSERVATION(
            roles(Role.LAY_ADVISER, MAPPA_COORDINATOR, MAPPA_ADMINISTRATOR, SMB_CHAIR),
            related(OBSERVER, UNIT, OVERSIGHT)),
    /// Saying that no papers are kept, and writing for the board.
    OBSERVE(roles(Role.LAY_ADVISER), related(OBSERVER)),
    READ_LAY_ADVISERS(
            roles(Role.LAY_ADVISER, MAPPA_COORDINATOR, MAPPA_ADMINISTRATOR, SMB_CHAIR), related()),

    LIST_QUALITY_AUDITS(oversees(), related()),
    /// Results, when they are there, with nothing about a case.
    READ_QUALITY_AUDIT(oversees(), related(UNIT, SCORER, OVERSIGHT)),
    WRITE_QUALITY_FORM(roles(MAPPA_COORDINATOR), related()),
    /// Drawing a sample, and finishing what was scored.
    SET_UP_QUALITY_AUDIT(roles(MAPPA_COORDINATOR), related(UNIT)),
    SCORE_SAMPLE(roles(AUDITOR), related(SCORER)),
    AGREE_QUALITY_ACTION(
            roles(MAPPA_COORDINATOR, SMB_CHAIR, Role.SMB_MEMBER), related(UNIT, OVERSIGHT)),

    USE_TASKS(anyRole(), related()),

    READ_SETTINGS(anyRole(), related()),
    CHANGE_SETTINGS(roles(MAPPA_COORDINATOR), related()),
    READ_AGENCIES(anyRole(), related()),
    CHANGE_AGENCIES(unit(), related()),
    /// Saying what came of the repeated absence of an agency.
    ANSWER_ABSENCE(
            roles(MAPPA_COORDINATOR, MAPPA_ADMINISTRATOR, Role.SMB_MEMBER, SMB_CHAIR), related()),
    /// When an agency cannot come: the unit of any, a point of contact of their own.
    RECORD_ABSENCE(roles(MAPPA_COORDINATOR, MAPPA_ADMINISTRATOR, AGENCY_SPOC), related()),
    READ_USERS(roles(SYSTEM_ADMIN, MAPPA_COORDINATOR), related()),
    PROPOSE_APPOINTMENT(roles(SYSTEM_ADMIN), related()),
    CONFIRM_APPOINTMENT(roles(SYSTEM_ADMIN, MAPPA_COORDINATOR), related()),
    END_APPOINTMENT(roles(SYSTEM_ADMIN, MAPPA_COORDINATOR), related()),
    ADD_AREA(roles(SYSTEM_ADMIN), related()),
    READ_DEPARTURES(
            roles(MAPPA_COORDINATOR, MAPPA_ADMINISTRATOR, Role.CHAIR, SMB_CHAIR, Role.SMB_MEMBER),
            related()),
    RECORD_DEPARTURE(roles(MAPPA_COORDINATOR, MAPPA_ADMINISTRATOR, Role.CHAIR), related()),
    VERIFY_AUDIT(roles(AUDITOR, INFORMATION_GOVERNANCE), related()),
    /// What keeps the service running; says nothing of a case.
    OPERATE(roles(SYSTEM_ADMIN), related());

    private final boolean signedIn;
    private final Set<Role> roles;
    private final Set<Relation> relations;

    Operation(Set<Role> roles, Set<Relation> relations) {
        this(true, roles, relations);
    }

    Operation(boolean signedIn, Set<Role> roles, Set<Relation> relations) {
        this.signedIn = signedIn;
        this.roles = roles;
        this.relations = relations;
    }

    /// Whether a role may use it at all; without any role only [#ANYONE] and [#SIGNED_IN] are open.
    public boolean allows(Role role) {
        return !needsRole() || roles.contains(role);
    }

    public boolean needsSignIn() {
        return signedIn;
    }

    public boolean needsRole() {
        return !roles.isEmpty();
    }

    /// Roles that may use it, in their order; empty where none is needed.
    public Set<Role> roles() {
        return roles;
    }

    /// Relations of which one is needed to the thing in question; empty where there is no single
    /// thing.
    public Set<Relation> relations() {
        return relations;
    }

    private static Set<Role> roles(Role first, Role... rest) {
        return EnumSet.of(first, rest);
    }

    private static Set<Role> anyRole() {
        return EnumSet.allOf(Role.class);
    }

    private static Set<Role> meets() {
        return EnumSet.of(
                MAPPA_COORDINATOR, MAPPA_ADMINISTRATOR, Role.CHAIR, CASE_OWNER, AGENCY_SPOC);
    }

    private static Set<Role> acts() {
        return EnumSet.of(
                MAPPA_COORDINATOR,
                MAPPA_ADMINISTRATOR,
                Role.CHAIR,
                CASE_OWNER,
                AGENCY_SPOC,
                AGENCY_PRACTITIONER,
                Role.REFERRER,
                VLO);
    }

    private static Set<Role> oversees() {
        return EnumSet.of(
                MAPPA_COORDINATOR,
                MAPPA_ADMINISTRATOR,
                SMB_CHAIR,
                Role.SMB_MEMBER,
                Role.LAY_ADVISER,
                AUDITOR);
    }

    private static Set<Role> unit() {
        return EnumSet.of(MAPPA_COORDINATOR, MAPPA_ADMINISTRATOR);
    }

    private static Set<Relation> related(Relation... relations) {
        return Set.of(relations);
    }
}
