package mappa.whole;

import static mappa.whole.Stop.NOBODY;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mappa.meeting.RecordSection;

/// Every screen of the product in each of its states, as each kind of reader sees it, in the demo
/// area.
///
/// A screen that is added gets its lines here: [EveryPageIT] fails on a template without one.
final class Stops {

    private static final String COORDINATOR = "coordinator.a";
    private static final String SECOND = "coordinator.b";
    private static final String DEPUTY = "deputy.coordinator";
    private static final String ADMINISTRATOR = "administrator";
    private static final String INSPECTOR = "police.di";
    private static final String REFERRER = "referrer.probation";
    private static final String YOUTH = "referrer.yos";
    private static final String OWNER = "owner.probation";
    private static final String HOUSING = "spoc.housing";
    private static final String POLICE = "spoc.police";
    private static final String PROBATION = "spoc.probation";
    private static final String HEALTH = "spoc.health";
    private static final String VICTIM_LIAISON = "vlo";
    private static final String CHAIR = "chair";
    private static final String AUDITOR = "auditor";
    private static final String SECOND_AUDITOR = "auditor.b";
    private static final String LAY_ADVISER = "lay.adviser";
    private static final String BOARD = "smb.chair";
    private static final String SYSTEM = "system.admin";
    private static final String SOUTH = "coordinator.southmoor";

    private final DemoPaths demo = new DemoPaths();
    private final List<Stop> stops = new ArrayList<>();

    private Stops() {}

    static List<Stop> all() {
        var stops = new Stops();
        stops.gettingIn();
        stops.home();
        stops.tasks();
        stops.people();
        stops.cases();
        stops.lists();
        stops.form();
        stops.referrals();
        stops.checks();
        stops.screening();
        stops.ballots();
        stops.decisions();
        stops.settings();
        stops.partners();
        stops.meetings();
        stops.calendar();
        stops.expiries();
        stops.levelOne();
        stops.transfers();
        stops.audits();
        stops.observations();
        stops.operations();
        stops.problems();
        return stops.stops;
    }

    private void add(String template, String state, String user, String path, String shown) {
        stops.add(Stop.of(template, state, user, path, shown));
    }

    private void gettingIn() {
        add("StartPages/start", "signed out", NOBODY, "/", "Sign in");
        add("StartPages/start", "signed in", COORDINATOR, "/", "Go to your home page");
        add("StartPages/signedOut", "signed out", NOBODY, "/signed-out", "Sign in again");
        add(
                "StartPages/sessionEnded",
                "nothing was typed",
                NOBODY,
                "/session-ended",
                "Sign in to go on");
        add("StartPages/actingAs", "two roles", OWNER, "/acting-as", "Act in this role");
        add("StartPages/more", "unit", COORDINATOR, "/more", "Find a person");
        add("StartPages/more", "fewest pages", BOARD, "/more", "Settings");
    }

    private void home() {
        add("StartPages/home", "work waits", COORDINATOR, "/home", "Referrals to check");
        add("StartPages/home", "work waits", ADMINISTRATOR, "/home", "Referrals to check");
        add("StartPages/home", "ballots open", INSPECTOR, "/home", "Ballots open to me");
        add("StartPages/home", "referrals in all states", REFERRER, "/home", "Returned to me");
        add("StartPages/home", "case owner", OWNER, "/home", "My tasks");
        add("StartPages/home", "agency", HOUSING, "/home", "Say what your agency knows");
        add("StartPages/home", "nothing waits", VICTIM_LIAISON, "/home", "Nothing waits for you");
        add("StartPages/home", "no area", SYSTEM, "/home", "Nothing waits for you");
        add(
                "StartPages/home",
                "area without referrals",
                SOUTH,
                "/home",
                "Answer the offer of a case");
    }

    private void tasks() {
        add("TaskPages/list", "mine", COORDINATOR, "/tasks", "Vote on a referral");
        add("TaskPages/list", "to take", COORDINATOR, "/tasks?view=available", "Chase the panel");
        add(
                "TaskPages/list",
                "everyone's",
                ADMINISTRATOR,
                "/tasks?view=team",
                "Arrange the meeting");
        add("TaskPages/list", "done", COORDINATOR, "/tasks?view=done", "Vote on a referral");
        add(
                "TaskPages/list",
                "agency",
                HOUSING,
                "/tasks?view=mine",
                "Answer the panel’s questions");
        add("TaskPages/list", "none", VICTIM_LIAISON, "/tasks", "Nothing waits for you");
        add(
                "TaskPages/list",
                "none fits the filter",
                COORDINATOR,
                "/tasks?view=mine&kind=send-feedback&due=overdue",
                "No task fits this filter");
        add(
                "TaskPages/history",
                "mine",
                COORDINATOR,
                demo.task("panel-begun", "panel-vote", "OPEN"),
                "What happened");
        add(
                "TaskPages/history",
                "to take",
                ADMINISTRATOR,
                demo.taskOfCase("accepted-level-2", "arrange-meeting", "OPEN"),
                "Take this task");
        add(
                "TaskPages/history",
                "just taken",
                COORDINATOR,
                demo.task("panel-begun", "panel-vote", "OPEN") + "?alert=task.alert.taken",
                "You have taken this task");
        add(
                "TaskPages/history",
                "done",
                COORDINATOR,
                demo.task("panel-urgent", "panel-vote", "COMPLETED"),
                "Done");
    }

    private void people() {
        add("PeoplePages/find", "blank", ADMINISTRATOR, "/people", "Why are you searching?");
    }

    private void cases() {
        for (var reader : List.of(COORDINATOR, OWNER)) {
            add(
                    "CircumstancePages/circumstances",
                    "none",
                    reader,
                    demo.caseOf("accepted-level-2", "/circumstances"),
                    "Circumstances");
        }
        for (var reader : List.of(COORDINATOR, OWNER, CHAIR)) {
            add(
                    "ContributionPages/contributions",
                    "withheld",
                    reader,
                    demo.caseOf("closed", "/contributions"),
                    "must not be announced");
        }
        add(
                "ContributionPages/contributions",
                "no meeting",
                COORDINATOR,
                demo.caseOf("declined", "/contributions"),
                "No meeting is arranged");
        add("CasePages/list", "many kinds", COORDINATOR, "/cases", "cases in all");
        add("CasePages/list", "own ones", OWNER, "/cases", "cases in all");
        add("CasePages/list", "sample", AUDITOR, "/cases", "in all");
        add("CasePages/list", "one", SOUTH, "/cases", "1 case in all");
        add(
                "CasePages/list",
                "none matches",
                COORDINATOR,
                "/cases?category=CATEGORY_4&child=yes",
                "No case matches");
        var accepted = "accepted-level-2";
        for (var reader : List.of(COORDINATOR, OWNER, AUDITOR)) {
            add("CasePages/summary", "in a level", reader, demo.caseOf(accepted, ""), "Level 2");
            add(
                    "CasePages/events",
                    "history",
                    reader,
                    demo.caseOf(accepted, "/events"),
                    "Timeline");
            add(
                    "CasePages/levels",
                    "two levels",
                    reader,
                    demo.caseOf(accepted, "/levels"),
                    "Screening panel");
        }
        add(
                "CasePages/summary",
                "in no category",
                ADMINISTRATOR,
                demo.caseOf("declined", ""),
                "In no category now");
        add(
                "CasePages/summary",
                "never referred",
                COORDINATOR,
                demo.caseOfPerson("CATHERINE", ""),
                "No referral that you may see");
        add(
                "CasePages/summary",
                "in custody",
                COORDINATOR,
                demo.caseOf("accepted-level-3", ""),
                "In prison");
        add(
                "CasePages/events",
                "nothing of the kind",
                COORDINATOR,
                demo.caseOfPerson("CATHERINE", "/events?kind=REFERRAL"),
                "Nothing of this kind has happened");
        add(
                "CasePages/levels",
                "none",
                COORDINATOR,
                demo.caseOf("declined", "/levels"),
                "No category has been recorded");
        add(
                "CasePages/levels",
                "an earlier day",
                COORDINATOR,
                demo.caseOf(accepted, "/levels?asAt-day=1&asAt-month=1&asAt-year=2020"),
                "in no category");
        add(
                "CasePages/correction",
                "level set by the panel",
                COORDINATOR,
                demo.startOfLevel(accepted),
                "On which day did it begin?");
        add(
                "CasePages/end",
                "a category lasts",
                COORDINATOR,
                demo.caseOf(accepted, "/levels/end"),
                "Why does it end?");
        add(
                "CasePages/end",
                "none lasts",
                COORDINATOR,
                demo.caseOf("declined", "/levels/end"),
                "nothing to end");
        add(
                "CasePages/custody",
                "in custody",
                COORDINATOR,
                demo.caseOf("accepted-level-3", "/custody"),
                "Date of release");
        add(
                "SamplePages/samples",
                "an auditor has it",
                COORDINATOR,
                demo.caseOf(accepted, "/samples"),
                "Auditor A, until");
        add(
                "SamplePages/samples",
                "no auditor has it",
                COORDINATOR,
                demo.caseOf("panel-begun", "/samples"),
                "No auditor has this case now");
        for (var reader : List.of(COORDINATOR, OWNER)) {
            add(
                    "CasePages/addresses",
                    "none",
                    reader,
                    demo.caseOf(accepted, "/addresses"),
                    "No address is recorded");
            add(
                    "CasePages/identifiers",
                    "none",
                    reader,
                    demo.caseOf(accepted, "/identifiers"),
                    "No identifier is recorded");
        }
        for (var reader : List.of(COORDINATOR, OWNER, AUDITOR)) {
            stops.add(
                    Stop.of(
                                    "CasePages/accesses",
                                    "many",
                                    reader,
                                    demo.caseOf(accepted, "/accesses"),
                                    "Looked at")
                            .growing());
        }
    }

    private void lists() {
        for (var tab : List.of("sent", "screening", "returned", "decided", "all")) {
            add(
                    "ReferralPages/list",
                    tab + " ones",
                    COORDINATOR,
                    "/referrals?tab=" + tab,
                    "Referrals");
        }
        add("ReferralPages/list", "all", REFERRER, "/referrals", "My referrals");
        add("ReferralPages/list", "drafts", YOUTH, "/referrals?tab=drafts", "Started on");
        add("ReferralPages/list", "one", HEALTH, "/referrals?tab=screening", "In screening (1)");
        add("ReferralPages/list", "none", VICTIM_LIAISON, "/referrals", "There are no referrals");
        add("ReferralPages/list", "none to check", SOUTH, "/referrals", "Nothing waits for");
        add(
                "ReferralPages/list",
                "done before",
                REFERRER,
                "/referrals?repeated=2026-05-12T09:42:00Z",
                "You already did this on 12 May 2026 at 10:42am");
    }

    private void form() {
        add("ReferralPages/start", "something to copy", REFERRER, "/referrals/new", "Copy your");
        add("ReferralPages/start", "nothing to copy", VICTIM_LIAISON, "/referrals/new", "Start");
        add("ReferralPages/start", "no agency", ADMINISTRATOR, "/referrals/new", "R-REF-01");
        add(
                "ReferralPages/sections",
                "begun",
                REFERRER,
                demo.referral("draft", "/sections"),
                "of 14 sections are complete");
        add(
                "ReferralPages/sections",
                "returned with a list",
                YOUTH,
                demo.referral("incomplete", "/sections"),
                "The MAPPA unit asked for this");
        add(
                "ReferralPages/sections",
                "copied after a decline",
                YOUTH,
                demo.referral("declined-before", "/sections"),
                "Copied, please check");
        add(
                "FilePages/files",
                "of a draft",
                REFERRER,
                "/files" + demo.referral("draft", ""),
                "Letter from the prison");
        add(
                "FilePages/files",
                "fixed",
                INSPECTOR,
                "/files" + demo.referral("panel-begun", ""),
                "Pre-sentence report");
        add(
                "ReferralPages/sections",
                "fixed",
                REFERRER,
                demo.referral("panel-begun", "/sections"),
                "You cannot change this referral now");
        add(
                "ReferralPages/section",
                "written",
                REFERRER,
                demo.referral("draft", "/sections/person"),
                "Section 1 of 14");
        add(
                "ReferralPages/section",
                "blank",
                REFERRER,
                demo.referral("draft", "/sections/risk"),
                "Risk to whom");
        add(
                "ReferralPages/section",
                "just saved",
                REFERRER,
                demo.referral("draft", "/sections?alert=referral.alert.saved"),
                "Referral form");
        add(
                "ReferralPages/section",
                "something asked for",
                YOUTH,
                demo.referral("incomplete", "/sections/plan"),
                "Say who supervises");
        add(
                "ReferralPages/section",
                "copied",
                YOUTH,
                demo.referral("declined-before", "/sections/behaviour"),
                "You copied this section");
        add(
                "ReferralPages/section",
                "what has changed",
                YOUTH,
                demo.referral("declined-before", "/sections/what-has-changed"),
                "The panel sees the earlier decision");
        add(
                "ReferralPages/section",
                "fixed",
                REFERRER,
                demo.referral("panel-begun", "/sections/plan"),
                "You cannot change this referral now");
        add(
                "ReferralPages/check",
                "gaps",
                REFERRER,
                demo.referral("draft", "/check"),
                "answers are missing");
        add(
                "ReferralPages/check",
                "complete",
                YOUTH,
                demo.referral("draft-of-youth-offending", "/check"),
                "Send to the MAPPA unit");
        add(
                "ReferralPages/check",
                "sent already",
                REFERRER,
                demo.referral("sent", "/check"),
                "You sent this referral on");
        add(
                "ReferralPages/sent",
                "without a reference",
                REFERRER,
                demo.referral("sent", "/sent"),
                "You get a reference when");
        add(
                "ReferralPages/sent",
                "with its reference",
                HOUSING,
                demo.referral("sent-and-matched", "/sent"),
                "Your reference: NS-");
    }

    private void referrals() {
        view("draft", REFERRER, "Draft");
        view("sent", REFERRER, "Sent");
        view("sent", ADMINISTRATOR, "Check whether it is complete");
        view("incomplete", YOUTH, "2 things are needed by");
        view("incomplete-for-long", COORDINATOR, "Close it or give more time");
        view("panel-begun", REFERRER, "In screening");
        view("panel-begun", COORDINATOR, "Open your ballot");
        view("panel-urgent", INSPECTOR, "Urgent");
        view("waiting", HOUSING, "The panel asks 2 questions");
        view("waiting", ADMINISTRATOR, "The clock is stopped");
        view("accepted-level-2", OWNER, "The decision is out");
        view("accepted-level-3", COORDINATOR, "Accepted at Level 3");
        view("declined", YOUTH, "The decision is out");
        view("declined", SECOND, "Declined");
        view("withdrawn", OWNER, "Withdrawn");
        view("withdrawn", COORDINATOR, "Withdrawn");
        view("expired", HEALTH, "Expired");
        view("expired", ADMINISTRATOR, "Expired");
        add(
                "ReferralPages/withdrawal",
                "open",
                REFERRER,
                demo.referral("sent", "/withdrawal"),
                "Why is it withdrawn?");
        add(
                "ReferralPages/withdrawal",
                "over",
                OWNER,
                demo.referral("withdrawn", "/withdrawal"),
                "it is over");
        add(
                "ReferralPages/extension",
                "may be closed",
                ADMINISTRATOR,
                demo.referral("incomplete-for-long", "/extension"),
                "Close the referral");
        add(
                "ReferralPages/questions",
                "to answer",
                HOUSING,
                demo.referral("waiting", "/questions"),
                "Send answers");
        add(
                "ReferralPages/questions",
                "answered",
                REFERRER,
                demo.referral("panel-second-round", "/questions"),
                "Only the second one");
        add(
                "ReferralPages/questions",
                "none",
                COORDINATOR,
                demo.referral("panel-begun", "/questions"),
                "The panel has not asked anything");
    }

    private void view(String step, String user, String shown) {
        add("ReferralPages/view", step, user, demo.referral(step, ""), shown);
    }

    private void checks() {
        add(
                "CheckPages/checks",
                "not matched",
                ADMINISTRATOR,
                demo.referral("sent", "/checks"),
                "Not matched yet");
        add(
                "CheckPages/checks",
                "matched",
                ADMINISTRATOR,
                demo.referral("sent-and-matched", "/checks"),
                "Send to panel");
        add(
                "CheckPages/checks",
                "over",
                ADMINISTRATOR,
                demo.referral("panel-begun", "/checks"),
                "There is nothing to check now");
        add(
                "MatchPages/person",
                "nobody looks alike",
                ADMINISTRATOR,
                demo.referral("sent", "/person"),
                "Is this person already recorded?");
        add(
                "MatchPages/person",
                "somebody looks alike",
                ADMINISTRATOR,
                demo.referral("sent-and-matched", "/person"),
                "NS-26-");
    }

    private void screening() {
        add("ScreeningPages/screening", "seats", COORDINATOR, "/screening", "Not yet voted");
        add("ScreeningPages/screening", "no seat", ADMINISTRATOR, "/screening", "No seat");
        add("ScreeningPages/screening", "panel member", INSPECTOR, "/screening", "Overdue");
        add("ScreeningPages/screening", "none", SOUTH, "/screening", "No ballot is open");
        add(
                "ScreeningPages/deputy",
                "seat open",
                ADMINISTRATOR,
                demo.referral("panel-begun", "/seats/POLICE_DI/deputy"),
                "Call the deputy");
        add(
                "ScreeningPages/substitute",
                "a seat is empty",
                COORDINATOR,
                demo.referral("panel-empty-seat", "/substitute"),
                "Who takes the seat?");
        add(
                "ScreeningPages/substitute",
                "no seat is empty",
                COORDINATOR,
                demo.referral("panel-begun", "/substitute"),
                "Nobody can be named");
        add(
                "ScreeningPages/reminders",
                "votes awaited",
                ADMINISTRATOR,
                demo.referral("panel-begun", "/reminders"),
                "These seats have not voted");
        add(
                "ScreeningPages/reminders",
                "none awaited",
                ADMINISTRATOR,
                demo.referral("incomplete", "/reminders"),
                "No vote is awaited");
    }

    private void ballots() {
        ballot("panel-begun", COORDINATOR, "Votes are hidden from you until you vote");
        ballot("panel-one-vote", COORDINATOR, "Change my vote");
        ballot("panel-one-vote", INSPECTOR, "Votes are hidden from you until you vote");
        ballot("panel-split-and-late", COORDINATOR, "Change my vote");
        ballot("panel-second-round", COORDINATOR, "Confirm your earlier vote");
        ballot("panel-urgent", INSPECTOR, "Urgent");
        ballot("panel-conflict", DEPUTY, "Your decision");
        ballot("panel-empty-seat", SECOND, "Change my vote");
        ballot("waiting", SECOND, "landlord");
        ballot("waiting", INSPECTOR, "I have a conflict of interest");
        ballot("accepted-level-2", COORDINATOR, "Read the decision");
        ballot("declined", INSPECTOR, "Read the decision");
    }

    private void ballot(String step, String user, String shown) {
        add("ScreeningPages/ballot", step, user, demo.referral(step, "/votes"), shown);
    }

    private void decisions() {
        decision("accepted-level-3", COORDINATOR, "Send feedback");
        decision("accepted-level-3", ADMINISTRATOR, "Only a coordinator can send the feedback");
        decision("accepted-level-3", REFERRER, "have not been sent yet");
        decision("accepted-level-2", OWNER, "Sent on");
        decision("accepted-level-2", INSPECTOR, "Sent on");
        decision("declined", YOUTH, "you can refer the person again");
        decision("declined-without-feedback", COORDINATOR, "Suggested pathway");
        decision("declined-without-feedback", INSPECTOR, "After the decision");
        add(
                "ScreeningPages/differentView",
                "had not voted",
                SECOND,
                demo.referral("accepted-level-3", "/different-view"),
                "Record my view");
    }

    private void decision(String step, String user, String shown) {
        add("ScreeningPages/decision", step, user, demo.referral(step, "/decision"), shown);
    }

    private void settings() {
        for (var reader : List.of(COORDINATOR, REFERRER)) {
            add("SettingPages/settings", "all", reader, "/settings", "National rule");
            add(
                    "SettingPages/setting",
                    "by default",
                    reader,
                    "/settings/review-days-level-2",
                    "Nothing: the default has always counted");
            add("SettingPages/panel", "three seats", reader, "/settings/panel", "2 equal votes");
            add(
                    "SettingPages/seat",
                    "held",
                    reader,
                    "/settings/panel/POLICE_DI",
                    "Detective Inspector A");
            add(
                    "WorkingDayPages/workingDays",
                    "nothing changed",
                    reader,
                    "/working-days",
                    "Your area has changed no day");
        }
        add("SettingPages/setting", "set", COORDINATOR, "/settings/unit-phone", "01632 960 100");
        add("SettingPages/panel", "one seat", SOUTH, "/settings/panel", "1 vote decides");
        add("SettingPages/seat", "not used", SOUTH, "/settings/panel/PRISON", "Nobody was ever");
        add("SettingPages/areas", "settings", SYSTEM, "/settings", "Northshire");
        add("SettingPages/areas", "working days", SYSTEM, "/working-days", "Southmoor");
        add("SettingPages/settings", "no area of one's own", SYSTEM, "/settings?area=SM", "1 vote");
    }

    private void partners() {
        add("AgencyPages/directory", "unit", COORDINATOR, "/agencies", "Agencies");
        add("AgencyPages/directory", "agency", HOUSING, "/agencies", "Agencies");
        add("AgencyPages/directory", "none ended", COORDINATOR, "/agencies?ended=true", "ended");
        var housing = demo.agency("district housing");
        add("AgencyPages/agency", "unit", COORDINATOR, housing, "Who speaks for it");
        add("AgencyPages/agency", "agency", HEALTH, housing, "Who speaks for it");
        add("AgencyPages/details", "new", COORDINATOR, "/agencies/new", "Name");
        add("AgencyPages/details", "change", COORDINATOR, housing + "/details", "Name");
        add("AgencyPages/contacts", "named", COORDINATOR, housing + "/contacts", "Deputy");
        for (var kind : List.of("memorandum", "information-sharing")) {
            add(
                    "AgencyPages/agreement",
                    kind,
                    COORDINATOR,
                    housing + "/agreements/" + kind,
                    "Signed");
        }
        for (var reader : List.of(COORDINATOR, HOUSING)) {
            add(
                    "AbsencePages/absences",
                    "none known",
                    reader,
                    demo.agency("city housing") + "/absences",
                    "No such day is known.");
            add(
                    "AttendancePages/attendance",
                    "asked",
                    reader,
                    demo.agency("city housing") + "/attendance",
                    "Attendance at meetings");
        }
        add("AgencyPages/end", "open", COORDINATOR, housing + "/end", "End this agency");
        add("AgencyPages/core", "level 2", COORDINATOR, "/agencies/core/2", "Level 2");
        add(
                "OccasionPages/occasions",
                "unit",
                COORDINATOR,
                "/agencies/occasions",
                "Agencies asked");
        add(
                "OccasionPages/occasion",
                "arson",
                COORDINATOR,
                "/agencies/occasions/arson",
                "Agencies asked");
        add("AreaPages/areas", "areas", SYSTEM, "/areas", "Northshire");
        add("UserPages/users", "everybody", SYSTEM, "/users", "Users and roles");
        add("UserPages/user", "another", SYSTEM, demo.user("chair"), "Roles held");
        add(
                "UserPages/propose",
                "another",
                SYSTEM,
                demo.user("chair") + "/appointments/new",
                "Give a role");
        add(
                "SamplePages/samples",
                "given",
                COORDINATOR,
                demo.caseOf("accepted-level-2", "/samples"),
                "auditor");
    }

    private void meetings() {
        add("MeetingPages/list", "unit", COORDINATOR, "/meetings", "Meetings");
        add("MeetingPages/list", "own ones", CHAIR, "/meetings", "Meetings");
        add("MeetingPages/list", "asked to", HOUSING, "/meetings", "Meetings");
        add("ArrangePages/arrange", "first meeting", ADMINISTRATOR, demo.arrange(), "Last date");
        add(
                "ArrangePages/arrange",
                "moved",
                ADMINISTRATOR,
                demo.meeting("INVITED", "/changes/new"),
                "Why is it moved?");
        add(
                "ArrangePages/callOff",
                "invited",
                ADMINISTRATOR,
                demo.meeting("INVITED", "/cancellation/new"),
                "Why is it called off?");
        for (var state : List.of("PLANNED", "INVITED", "STARTED", "CLOSED", "ADJOURNED")) {
            add(
                    "MeetingPages/meeting",
                    state.toLowerCase(),
                    COORDINATOR,
                    demo.meeting(state, ""),
                    "To be held by");
            add(
                    "MeetingPages/meeting",
                    state.toLowerCase(),
                    CHAIR,
                    demo.meeting(state, ""),
                    "To be held by");
            add(
                    "MeetingPages/invitations",
                    state.toLowerCase(),
                    ADMINISTRATOR,
                    demo.meeting(state, "/invitations"),
                    "Invitations");
        }
        var invitation = demo.invitation("Contact Housing", "INVITED");
        add(
                "InvitedAgencyPages/agency",
                "silent",
                ADMINISTRATOR,
                "/invited-agencies/" + invitation,
                "They have answered by telephone");
        var over = demo.invitation("Contact Housing", "CLOSED");
        add(
                "InvitedAgencyPages/agency",
                "over",
                ADMINISTRATOR,
                "/invited-agencies/" + over,
                "Contact Housing");
        add(
                "InvitationPages/invitation",
                "to answer",
                HOUSING,
                "/invitations/" + invitation,
                "What does your agency answer?");
        add(
                "InvitationPages/agencyReturn",
                "to send",
                HOUSING,
                "/agency-returns/" + invitation,
                "What your agency knows");
        add(
                "InvitationPages/agencyReturn",
                "over",
                HOUSING,
                "/agency-returns/" + demo.invitation("Contact Housing", "CLOSED"),
                "The meeting is over");
        var returnFiles = demo.files("agency-returns");
        add("FilePages/files", "an agency's own", HOUSING, returnFiles, "Tenancy agreement");
        add("FilePages/files", "an agency's, read", CHAIR, returnFiles, "by the agency itself");
        add(
                "FilePages/files",
                "none yet",
                HOUSING,
                "/files/agency-returns/" + invitation,
                "There are no files");
        var recordFiles = demo.files("meetings");
        for (var reader : List.of(ADMINISTRATOR, CHAIR, POLICE)) {
            add("FilePages/files", "decisions", reader, recordFiles, "Map of the exclusion zone");
        }
        for (var section : RecordSection.values()) {
            add(
                    "RecordPages/section",
                    section.path(),
                    CHAIR,
                    demo.meeting("STARTED", "/record/" + section.path()),
                    "Check what blocks closing");
        }
        add(
                "RecordPages/section",
                "closed",
                COORDINATOR,
                demo.meeting("CLOSED", "/record/risk"),
                "Risk to the public");
        add(
                "RecordPages/closing",
                "by the chair",
                CHAIR,
                demo.meeting("STARTED", "/closing"),
                "Close the meeting");
        add(
                "RecordPages/closing",
                "by the unit",
                COORDINATOR,
                demo.meeting("STARTED", "/closing"),
                "Only the chair can close");
        add(
                "MeetingActionPages/agree",
                "under way",
                CHAIR,
                demo.meeting("STARTED", "/actions/new"),
                "action");
        add(
                "MeetingActionPages/answer",
                "open",
                CHAIR,
                demo.previousAction(),
                "What became of it?");
        add("ActionPages/action", "to do", POLICE, demo.action("police"), "Report it as done");
        add("ActionPages/action", "unit", COORDINATOR, demo.action("police"), "Visit the address");
        add("MinutesPages/list", "unit", COORDINATOR, "/minutes", "Not given out yet");
        add("MinutesPages/list", "chair", CHAIR, "/minutes", "Minutes");
        add("MinutesPages/minutes", "draft", ADMINISTRATOR, demo.minutes("DRAFT", ""), "Minutes");
        add(
                "MinutesPages/text",
                "draft",
                ADMINISTRATOR,
                demo.minutes("DRAFT", "/sections/opening"),
                "Opening");
        add("MinutesPages/list", "recipient", PROBATION, "/minutes", "Minutes");
        for (var reader : List.of(COORDINATOR, CHAIR, PROBATION)) {
            add(
                    "MinutesPages/minutes",
                    "approved",
                    reader,
                    demo.minutes("DISTRIBUTED", ""),
                    "Minutes");
        }
        add(
                "MinutesPages/distribution",
                "some have them",
                ADMINISTRATOR,
                demo.minutes("DISTRIBUTED", "/distribution"),
                "Which agencies get them?");
        add("DeparturePages/departures", "unit", COORDINATOR, "/departures", "Departures");
        add("DeparturePages/departures", "board", BOARD, "/departures", "Departures");
        add("DeparturePages/record", "blank", COORDINATOR, "/departures/new", "From which rule?");
    }

    private void transfers() {
        add("TransferPages/transfers", "offered by us", COORDINATOR, "/transfers", "Offered by us");
        add("TransferPages/transfers", "offered to us", SOUTH, "/transfers", "Offered to us");
        add(
                "TransferPages/offer",
                "what is missing",
                COORDINATOR,
                demo.caseOf("planned", "").replace("/cases/", "/transfers/new/"),
                "What goes along");
        add(
                "TransferPages/transfer",
                "waits for the other area",
                COORDINATOR,
                demo.transfer(),
                "Recall the offer");
        add("TransferPages/transfer", "to answer", SOUTH, demo.transfer(), "Accept the case");
        add(
                "TransferPages/transfer",
                "nobody who can answer",
                ADMINISTRATOR,
                demo.transfer(),
                "What goes along");
    }

    private void audits() {
        add("QualityAuditPages/audits", "one finished", BOARD, "/audits", "Cases at Level 2");
        add("QualityAuditPages/audits", "none", SOUTH, "/audits", "No audit was set up yet");
        add(
                "QualityAuditPages/audit",
                "results for lay advisers",
                LAY_ADVISER,
                demo.audit("cases", ""),
                "Exact agreement");
        add(
                "QualityAuditPages/audit",
                "results for the board",
                BOARD,
                demo.audit("cases", ""),
                "Agree an action");
        add(
                "QualityAuditPages/audit",
                "under way for its scorer",
                AUDITOR,
                demo.audit("meetings", ""),
                "Your samples");
        add(
                "QualityAuditPages/audit",
                "under way for the unit",
                COORDINATOR,
                demo.audit("meetings", ""),
                "Finish the audit");
        add("DrawPages/draw", "blank", COORDINATOR, "/audits/new", "Draw the sample");
        add("DrawPages/draw", "no form", SOUTH, "/audits/new", "An audit needs a published form");
        add(
                "DrawPages/again",
                "the same sample",
                COORDINATOR,
                demo.audit("cases", "/draw"),
                "The same sample");
        add(
                "ScoringPages/sample",
                "not scored",
                AUDITOR,
                demo.audit("meetings", "/samples/2"),
                "Score it by yourself");
        add(
                "ScoringPages/sample",
                "blind",
                SECOND_AUDITOR,
                demo.audit("meetings", "/samples/1"),
                "Score it by yourself");
        add(
                "ScoringPages/sample",
                "both scored, time over",
                AUDITOR,
                demo.audit("cases", "/samples/1"),
                "The other scorer’s are shown beside yours");
        add(
                "QualityFormPages/forms",
                "some",
                COORDINATOR,
                "/audits/forms",
                "Form L: meeting audit");
        add("QualityFormPages/forms", "none", SOUTH, "/audits/forms", "There is no form yet");
        add("QualityFormPages/forms", "for readers", LAY_ADVISER, "/audits/forms", "Form K: case");
        add(
                "QualityFormPages/form",
                "published",
                COORDINATOR,
                demo.form("K"),
                "Begin the next version");
        add("QualityFormPages/form", "for readers", BOARD, demo.form("L"), "Arrangements");
        add("QualityFormPages/form", "draft", COORDINATOR, demo.form("draft"), "Publish form");
        add("StartPages/home", "samples to score", AUDITOR, "/home", "Samples to score");
    }

    private void observations() {
        add("StartPages/home", "lay adviser", LAY_ADVISER, "/home", "My observations");
        add("LayAdviserPages/layAdvisers", "one", COORDINATOR, "/lay-advisers", "Lay Adviser");
        add("LayAdviserPages/layAdvisers", "none", SOUTH, "/lay-advisers", "has no lay adviser");
        add("LayAdviserPages/log", "own", LAY_ADVISER, "/observations", "By quarter");
        add("LayAdviserPages/log", "for the board", BOARD, demo.layAdviser(), "By quarter");
        add(
                "ObservationPages/observation",
                "to be acknowledged",
                LAY_ADVISER,
                demo.observation("invited"),
                "I take part as an observer");
        add(
                "ObservationPages/observation",
                "observed",
                LAY_ADVISER,
                demo.observation("closed"),
                "Every agency was heard");
        add(
                "ObservationPages/observation",
                "for the board",
                BOARD,
                demo.observation("closed"),
                "Every agency was heard");
        add(
                "ObserverPages/observers",
                "one announced",
                COORDINATOR,
                demo.meetingOf("invited", "/observers"),
                "Take the announcement back");
        add(
                "ObserverPages/observers",
                "nobody",
                COORDINATOR,
                demo.meetingOf("planned", "/observers"),
                "No observer is announced");
        add(
                "MeetingPages/meeting",
                "watched",
                POLICE,
                demo.meetingOf("invited", ""),
                "An observer takes part");
    }

    private void calendar() {
        stops.add( // a phone leaves out the days on which nothing is
                Stop.of(
                                "CalendarPages/calendar",
                                "month",
                                COORDINATOR,
                                "/calendar?view=month",
                                "Calendar")
                        .growing());
        add("CalendarPages/calendar", "week", CHAIR, "/calendar?view=week", "Calendar");
        add("CalendarPages/calendar", "list", HOUSING, "/calendar?view=list", "Calendar");
        add(
                "CalendarPages/calendar",
                "empty",
                SOUTH,
                "/calendar?view=week",
                "No meeting is arranged");
        add("CalendarPages/board", "due", ADMINISTRATOR, "/calendar?view=due", "What is due");
        add("FeedPages/feed", "none", CHAIR, "/calendar/feed", "You have no address");
    }

    private void expiries() {
        add(
                "ExpiryPages/board",
                "undecided, decided and passed",
                COORDINATOR,
                "/category-expiries",
                "Passed undecided");
        add(
                "ExpiryPages/board",
                "empty",
                SOUTH,
                "/category-expiries",
                "No category ends within these days");
        add("ExpiryPages/expiry", "undecided", COORDINATOR, demo.expiry("overdue"), "Exit");
        add(
                "ExpiryPages/expiry",
                "passed",
                SECOND,
                demo.expiry("adjourned"),
                "The last day has come without a decision");
        add(
                "ExpiryPages/expiry",
                "decided",
                COORDINATOR,
                demo.expiry("planned"),
                "A decision is recorded");
    }

    private void levelOne() {
        for (var reader : List.of(COORDINATOR, OWNER)) {
            add("LevelOnePages/list", "one overdue", reader, "/level-1-reviews", "Overdue");
        }
        add(
                "LevelOnePages/list",
                "empty",
                HOUSING,
                "/level-1-reviews",
                "No case at Level 1 is yours to review");
        add(
                "LevelOnePages/stay",
                "overdue",
                OWNER,
                demo.levelOne("CATHERINE", ""),
                "Nothing prompts to refer up");
        add(
                "LevelOnePages/stay",
                "held, not reviewed yet",
                OWNER,
                demo.levelOne("SAUL", ""),
                "No review is recorded");
        add(
                "LevelOnePages/stay",
                "a prompt waits",
                OWNER,
                demo.levelOne("TOBY", ""),
                "Waits for you");
        add(
                "LevelOnePages/stay",
                "a prompt dismissed",
                COORDINATOR,
                demo.levelOne("KATHARINE", ""),
                "Dismissed");
        add(
                "LevelOnePages/review",
                "blank",
                OWNER,
                demo.levelOne("CATHERINE", "/review"),
                "Record a review");
        add(
                "LevelOnePages/report",
                "blank",
                ADMINISTRATOR,
                demo.levelOne("CATHERINE", "/prompts/new"),
                "What happened?");
        add(
                "ReferralPages/start",
                "about a case",
                OWNER,
                demo.caseOfPerson("TOBY", "").replace("/cases/", "/referrals/new?case="),
                "The form begins with what the case says");
    }

    private void operations() {
        add("ProcessPages/processes", "nothing refused", SYSTEM, "/processes", "Processes");
    }

    private void problems() {
        add(
                "Problems/problem",
                "no such page",
                COORDINATOR,
                "/no-such-page",
                "contact the MAPPA unit");
        add(
                "Problems/problem",
                "not there",
                COORDINATOR,
                "/referrals/" + new UUID(0, 0),
                "contact the MAPPA unit");
        add(
                "Problems/problem",
                "not yours",
                SOUTH,
                demo.referral("panel-begun", ""),
                "contact the MAPPA unit");
        add(
                "Problems/problem",
                "conflict of interest",
                SECOND,
                demo.referral("panel-conflict", "/votes"),
                "contact the MAPPA unit");
        add(
                "Problems/problem",
                "role cannot",
                REFERRER,
                "/screening",
                "Screening panel member: Deputy Detective Inspector, Detective Inspector A");
        add(
                "Problems/problem",
                "no such place in a list",
                COORDINATOR,
                "/tasks?after=elsewhere",
                "Start from its first page");
    }
}
