package mappa.demo;

import static mappa.demo.DemoUser.ADMINISTRATOR;
import static mappa.demo.DemoUser.AUDITOR;
import static mappa.demo.DemoUser.COORDINATOR_A;
import static mappa.demo.DemoUser.COORDINATOR_B;
import static mappa.demo.DemoUser.COORDINATOR_SOUTHMOOR;
import static mappa.demo.DemoUser.DEPUTY_COORDINATOR;
import static mappa.demo.DemoUser.DEPUTY_DI;
import static mappa.demo.DemoUser.OWNER_PROBATION;
import static mappa.demo.DemoUser.POLICE_DI;
import static mappa.demo.DemoUser.REFERRER_PROBATION;
import static mappa.demo.DemoUser.REFERRER_YOS;
import static mappa.demo.DemoUser.SPOC_CHILDRENS;
import static mappa.demo.DemoUser.SPOC_HEALTH;
import static mappa.demo.DemoUser.SPOC_HOUSING;
import static mappa.demo.DemoUser.SPOC_JOBCENTRE;
import static mappa.demo.DemoUser.SPOC_POLICE;
import static mappa.demo.DemoUser.SPOC_PROBATION;
import static mappa.referral.Vote.ACCEPT_2;
import static mappa.referral.Vote.ACCEPT_3;
import static mappa.referral.Vote.DECLINE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.agency.ChangePanel;
import mappa.agency.ChangeSetting;
import mappa.agency.NameSeat;
import mappa.agency.Seat;
import mappa.agency.Setting;
import mappa.caseload.CircumstanceKind;
import mappa.caseload.GiveSample;
import mappa.caseload.Location;
import mappa.caseload.SetCircumstance;
import mappa.demo.DemoLoader.Services;
import mappa.document.Block;
import mappa.document.PaperDocument;
import mappa.document.Part;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.meeting.ActionLink;
import mappa.meeting.InvolvementKind;
import mappa.meeting.MeetingType;
import mappa.referral.Pathway;
import mappa.referral.Section;
import mappa.time.London;
import mappa.time.WorkingDays;
import org.jspecify.annotations.Nullable;

/// Everything that happened in the invented areas until the moment at which the load began.
class DemoScript {

    // before everything else, so that each user was there when they acted
    private static final Duration FOUNDED = Duration.ofDays(300);
    private static final int MOST_MINUTES = 8 * 60;
    private static final Duration TODAYS = Duration.ofHours(2);
    private static final int SAMPLE_DAYS = 28;
    private static final String NORTHSHIRE = "Northshire";
    private static final String SOUTHMOOR = "Southmoor";

    private final Services services;
    private final DemoPlaces places;
    private final String issuer;
    private final Instant begun;
    private final Map<String, UUID> results;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, DemoMeeting> meetings = new HashMap<>();
    private int minutes;

    /// @param begun when the load began: the script's now
    /// @param results ids by step, filled as steps are carried out
    DemoScript(
            Services services,
            DemoPlaces places,
            String issuer,
            Instant begun,
            Map<String, UUID> results) {
        this.services = services;
        this.places = places;
        this.issuer = issuer;
        this.begun = begun;
        this.results = results;
        found();
        users();
        panels();
        new DemoPartners(this).add();
        known();
        referrals();
        meetings();
        new DemoWatched(this).add();
        new DemoOversight(this).add();
        sample();
    }

    List<Step> steps() {
        return steps;
    }

    // ---- what the parts of the script are written with

    Services services() {
        return services;
    }

    DemoPlaces places() {
        return places;
    }

    LocalDate today() {
        return London.dayOf(begun);
    }

    /// A moment of a working day that many working days ago, each later than the one before; with
    /// 0, in the last two hours.
    Instant daysAgo(int workingDays) {
        minutes++;
        if (workingDays == 0) {
            return begun.minus(TODAYS).plusSeconds(minutes);
        }
        var day = today();
        for (int i = 0; i < workingDays; i++) {
            day = WorkingDays.NATIONAL.previous(day);
        }
        return London.morningOf(day).plus(Duration.ofMinutes(minutes % MOST_MINUTES));
    }

    void add(
            String name, Instant at, @Nullable DemoUser user, @Nullable Role role, Step.Work work) {
        steps.add(new Step(key(name), at, user, role, work));
    }

    /// Id that an earlier step made.
    UUID made(String name) {
        var id = results.get(key(name));
        if (id == null) {
            throw new IllegalStateException("the demo step " + name + " made nothing yet");
        }
        return id;
    }

    UUID person(DemoUser user) {
        return made("user/" + user);
    }

    UUID agency(DemoAgency agency, String area) {
        return made("agency/" + area + "/" + agency);
    }

    // one ledger for all loads, and each load has a code of its own
    private String key(String name) {
        return places.north() + "/" + name;
    }

    /// A moment before everything else, each later than the one before.
    Instant founded() {
        return begun.minus(FOUNDED).plusSeconds(++minutes);
    }

    /// When the areas were founded; all that belongs to it happens in the minutes after.
    Instant founding() {
        return begun.minus(FOUNDED);
    }

    private void system(String name, Instant at, Step.Work work) {
        steps.add(new Step(key(name), at, null, null, work));
    }

    // ---- areas, agencies, users

    private void found() {
        area(places.north(), NORTHSHIRE);
        area(places.south(), SOUTHMOOR);
        for (var agency : DemoAgency.values()) {
            agency(places.north(), NORTHSHIRE, agency);
            if (agency.isInSouth()) {
                agency(places.south(), SOUTHMOOR, agency);
            }
        }
    }

    private void area(String code, String name) {
        system(
                "area/" + code,
                founded(),
                actor -> {
                    services.installation().addArea(code, name, actor);
                    return null;
                });
    }

    private void agency(String area, String name, DemoAgency agency) {
        system(
                "agency/" + area + "/" + agency,
                founded(),
                actor -> services.agencies().found(area, agency.in(name), actor));
    }

    private void users() {
        for (var user : DemoUser.values()) {
            system(
                    "user/" + user,
                    founded(),
                    actor -> {
                        var area = user.areaIn(places);
                        var id =
                                services.actors()
                                        .account(
                                                issuer, user.subject(), user.shown(), user.email());
                        for (var post : user.posts()) {
                            var agency = post.agency() == null ? null : agency(post.agency(), area);
                            services.installation()
                                    .appoint(id, post.role(), area, agency, post.grade(), actor);
                        }
                        return id;
                    });
        }
    }

    private void panels() {
        seat(Seat.COORDINATOR_A, COORDINATOR_A, DEPUTY_COORDINATOR);
        seat(Seat.COORDINATOR_B, COORDINATOR_B, DEPUTY_COORDINATOR);
        seat(Seat.POLICE_DI, POLICE_DI, DEPUTY_DI);
        contact(COORDINATOR_A, Setting.UNIT_PHONE, "01632 960 100"); // kept free for fiction
        contact(COORDINATOR_A, Setting.UNIT_EMAIL, "unit@northshire.example");
        contact(COORDINATOR_SOUTHMOOR, Setting.UNIT_PHONE, "01632 960 200");
        add(
                "panel/southmoor",
                founded(),
                COORDINATOR_SOUTHMOOR,
                Role.MAPPA_COORDINATOR,
                actor -> {
                    var from = London.dayOf(begun.minus(FOUNDED));
                    services.areas()
                            .changePanel(
                                    new ChangePanel(List.of(Seat.COORDINATOR_A), 1, from, -1),
                                    actor);
                    services.areas()
                            .nameSeat(
                                    new NameSeat(
                                            Seat.COORDINATOR_A, actor.personId(), null, from, -1),
                                    actor);
                    return null;
                });
    }

    private void seat(Seat seat, DemoUser holder, DemoUser deputy) {
        var from = London.dayOf(begun.minus(FOUNDED));
        add(
                "seat/" + seat,
                founded(),
                COORDINATOR_A,
                Role.MAPPA_COORDINATOR,
                actor -> {
                    services.areas()
                            .nameSeat(
                                    new NameSeat(seat, person(holder), person(deputy), from, -1),
                                    actor);
                    return null;
                });
    }

    private void contact(DemoUser user, Setting setting, String value) {
        var from = London.dayOf(begun.minus(FOUNDED));
        add(
                "setting/" + user + "/" + setting,
                founded(),
                user,
                Role.MAPPA_COORDINATOR,
                actor -> {
                    services.areas().change(new ChangeSetting(setting, value, from, -1), actor);
                    return null;
                });
    }

    // ---- people whom the units know without a referral

    private void known() {
        known(DemoPerson.CATHERINE, 80);
        known(DemoPerson.KATHARINE, 79);
        known(DemoPerson.SAUL, 66);
        known(DemoPerson.TOBY, 31);
        var ulric = new DemoCase(this, DemoPerson.ULRIC, places.south());
        add(
                "person/" + DemoPerson.ULRIC,
                daysAgo(20),
                COORDINATOR_SOUTHMOOR,
                Role.MAPPA_COORDINATOR,
                actor -> ulric.open(null, actor).personId());
    }

    private void known(DemoPerson person, int days) {
        var made = new DemoCase(this, person, places.north());
        add(
                "person/" + person,
                daysAgo(days),
                ADMINISTRATOR,
                Role.MAPPA_ADMINISTRATOR,
                actor -> made.open(person(OWNER_PROBATION), actor).personId());
    }

    // ---- referrals, each state at least once

    private void referrals() {
        drafts();
        beforeThePanel();
        withThePanel();
        decided();
        ended();
    }

    private DemoReferral referral(String key, DemoPerson person, DemoUser by) {
        var role = by == OWNER_PROBATION ? Role.REFERRER : by.posts().getFirst().role();
        return new DemoReferral(this, key, person, by, role);
    }

    private void drafts() {
        referral("draft", DemoPerson.QUIN, REFERRER_PROBATION)
                .drafted(1, Map.of(), Section.PERSON, Section.CATEGORY, Section.BEHAVIOUR)
                .enclosed(1, "Letter from the prison");
        referral("draft-of-youth-offending", DemoPerson.ROWAN, REFERRER_YOS)
                .drafted(3, Map.of("category", "3"));
        referral("draft-left", DemoPerson.PERCY, OWNER_PROBATION)
                .drafted(72, Map.of("category", "1"), Section.PERSON);
    }

    private void beforeThePanel() {
        referral("sent", DemoPerson.ALDER, REFERRER_PROBATION).drafted(1, Map.of()).sent(0);
        referral("sent-and-matched", DemoPerson.BRYONY, SPOC_HOUSING)
                .drafted(2, Map.of("category", "3"))
                .sent(1)
                .matched(0);
        referral("incomplete", DemoPerson.FENN, REFERRER_YOS)
                .drafted(5, Map.of("category", "3"))
                .sent(4)
                .givenBack(
                        2,
                        Map.of(
                                Section.PLAN, "Say who supervises and how often.",
                                Section.VICTIMS, "Say whether anybody asked the family."));
        referral("incomplete-for-long", DemoPerson.PERCY, REFERRER_PROBATION)
                .drafted(30, Map.of("category", "1"))
                .sent(29)
                .givenBack(28, Map.of(Section.RISK, "The risk was not assessed this year."));
    }

    private void withThePanel() {
        referral("panel-begun", DemoPerson.CLEM, REFERRER_PROBATION)
                .drafted(3, Map.of("category", "1"))
                .enclosed(3, "Pre-sentence report")
                .sent(2)
                .matched(1)
                .withPanel(1);
        referral("panel-one-vote", DemoPerson.EDDA, OWNER_PROBATION)
                .drafted(7, Map.of())
                .sent(6)
                .matched(4)
                .withPanel(4)
                .voted(2, COORDINATOR_A, ACCEPT_2);
        referral("panel-split-and-late", DemoPerson.GARETH, REFERRER_PROBATION)
                .drafted(10, Map.of("category", "1"))
                .sent(9)
                .matched(7)
                .withPanel(7)
                .voted(5, COORDINATOR_A, ACCEPT_2)
                .voted(4, COORDINATOR_B, DECLINE, Pathway.IOM)
                .clockRan(1);
        referral("panel-urgent", DemoPerson.HOLLIS, SPOC_CHILDRENS)
                .drafted(0, Map.of("category", "3", "urgent", "YES", "requestedLevel", "3"))
                .sent(0)
                .matched(0)
                .withPanel(0);
        referral("panel-second-round", DemoPerson.IMRAN, REFERRER_PROBATION)
                .drafted(9, Map.of())
                .sent(8)
                .matched(6)
                .withPanel(6)
                .voted(5, COORDINATOR_A, ACCEPT_2)
                .asked(4, POLICE_DI, "Which of the two addresses is used now?")
                .answered(2, "Only the second one, since the eviction.");
        referral("panel-conflict", DemoPerson.JUNO, SPOC_HEALTH)
                .drafted(6, Map.of("category", "3"))
                .sent(5)
                .matched(3)
                .withPanel(3)
                .voted(2, COORDINATOR_A, ACCEPT_2)
                .conflict(2, COORDINATOR_B);
        referral("panel-empty-seat", DemoPerson.KIT, REFERRER_PROBATION)
                .drafted(7, Map.of())
                .sent(6)
                .matched(4)
                .withPanel(4)
                .conflict(3, POLICE_DI)
                .conflict(3, DEPUTY_DI)
                .voted(2, COORDINATOR_A, ACCEPT_2)
                .voted(1, COORDINATOR_B, DECLINE, Pathway.MARAC);
        referral("waiting", DemoPerson.MORGAN, SPOC_HOUSING)
                .drafted(6, Map.of("category", "3"))
                .sent(5)
                .matched(4)
                .withPanel(3)
                .voted(2, COORDINATOR_B, ACCEPT_2)
                .asked(
                        2,
                        POLICE_DI,
                        "Has the landlord set a date for the eviction?",
                        "Who in the family knows about the order?");
    }

    private void decided() {
        referral("accepted-level-2", DemoPerson.NED, OWNER_PROBATION)
                .drafted(12, Map.of("sentenceDate", today().minusDays(20).toString()))
                .sent(11)
                .matched(9)
                .withPanel(9)
                .voted(8, COORDINATOR_B, ACCEPT_2)
                .voted(7, POLICE_DI, ACCEPT_3)
                .feedback(6, null);
        referral("accepted-level-3", DemoPerson.DARNELL, REFERRER_PROBATION)
                .drafted(
                        6,
                        Map.of(
                                "requestedLevel",
                                "3",
                                "location",
                                "CUSTODY",
                                "riskOfSeriousHarm",
                                "VERY_HIGH",
                                "releaseDate",
                                DemoCase.release(today()).toString()))
                .sent(5)
                .matched(4)
                .withPanel(4)
                .voted(3, COORDINATOR_A, ACCEPT_3)
                .voted(2, POLICE_DI, ACCEPT_3);
        referral("declined", DemoPerson.ORLA, REFERRER_YOS)
                .drafted(46, Map.of("category", "3"))
                .sent(45)
                .matched(44)
                .withPanel(44)
                .voted(43, COORDINATOR_A, DECLINE, Pathway.MARAC)
                .voted(42, COORDINATOR_B, ACCEPT_2)
                .voted(41, POLICE_DI, DECLINE, Pathway.MARAC)
                .feedback(40, Pathway.MARAC);
        referral("declined-before", DemoPerson.ORLA, REFERRER_YOS).copied(4, "declined");
        referral("declined-without-feedback", DemoPerson.LEO, REFERRER_PROBATION)
                .drafted(7, Map.of("category", "1", "location", "CUSTODY"))
                .sent(6)
                .matched(5)
                .withPanel(5)
                .voted(4, COORDINATOR_A, DECLINE, Pathway.LEVEL_1)
                .voted(2, COORDINATOR_B, DECLINE, Pathway.LEVEL_1)
                .differentView(1, POLICE_DI, ACCEPT_2);
    }

    // ---- meetings, in each state of the cycle; two accepted cases above are still to be arranged

    private void meetings() {
        accepted("overdue", DemoPerson.ALDOUS, 30);
        accepted("planned", DemoPerson.BEATRIX, 15);
        circumstance("planned", 14, CircumstanceKind.ARSON, "Two fires at the last address.");
        meeting("planned").arranged(3, 4);
        accepted("invited", DemoPerson.CASPAR, 16);
        circumstance(
                "invited", 14, CircumstanceKind.VICTIM_CONTACT, "The liaison officer has said so.");
        meeting("invited")
                .arranged(12, 3)
                .invited(11)
                .comes(6, SPOC_POLICE)
                .returned(5, SPOC_POLICE, "Two calls to the address this quarter, no arrest.")
                .sendsDeputy(5, SPOC_HOUSING)
                .knowsNothing(4, SPOC_JOBCENTRE);
        accepted("under-way", DemoPerson.DELPHINE, 18);
        meeting("under-way")
                .arrangedForNow(12)
                .invited(11)
                .comes(8, SPOC_PROBATION)
                .comes(7, SPOC_POLICE)
                .returned(5, SPOC_HOUSING, "Notice of eviction is being prepared.")
                .enclosed(5, SPOC_HOUSING, "Tenancy agreement")
                .started(0)
                .enclosed(0, "Map of the exclusion zone");
        accepted("closed", DemoPerson.EWAN, 45);
        meeting("closed").arranged(40, -30).invited(39).comes(36, SPOC_PROBATION);
        meeting("closed")
                .involved(33, InvolvementKind.TOLD, false, "Told at the weekly appointment.")
                .involved(33, InvolvementKind.INVITED, false, "Given the form for the meeting.")
                .involved(
                        31,
                        InvolvementKind.CONTRIBUTED,
                        false,
                        "Wants to keep the job and asks that appointments are after work.");
        held("closed", 30)
                .decided(30, "STAY")
                .agreed(
                        30,
                        DemoAgency.POLICE,
                        ActionLink.MONITORING,
                        "Visit the address once a month, not announced, and report what is seen.",
                        "Common law: prevention of crime",
                        10)
                .agreed(
                        30,
                        DemoAgency.PROBATION,
                        ActionLink.INTERVENTIONS,
                        "Find a place on the programme on relationships.",
                        "Supervision of the sentence",
                        -5)
                .closed(30)
                .involved(
                        28,
                        InvolvementKind.FED_BACK,
                        true,
                        "A visit is planned that must not be announced.")
                .minutesApproved(26)
                .minutesGivenTo(25, DemoAgency.PROBATION);
        review("closed")
                .arrangedBesideNow(12)
                .invited(11)
                .comes(8, SPOC_PROBATION)
                .comes(7, SPOC_POLICE)
                .started(0);
        accepted("adjourned", DemoPerson.FLORIAN, 18);
        meeting("adjourned")
                .arranged(14, -2)
                .invited(13)
                .comes(8, SPOC_PROBATION)
                .started(2)
                .adjourned(2, "Nobody of the police was there.");
        offered("invited", 1);
        accepted("left", DemoPerson.GILES, 60);
        meeting("left").arranged(55, -42).invited(54).comes(50, SPOC_POLICE);
        held("left", 42).decided(42, "EXIT").closed(42);
    }

    /// An invented paper.
    void attach(String holder, UUID record, String title, Actor actor) {
        var text = Block.text("Invented for the demo area.");
        var paper =
                new PaperDocument(
                        title,
                        "OFFICIAL-SENSITIVE",
                        "",
                        List.of(new Part("demo", title, List.of(text))));
        services.files()
                .add(holder, record, title, "paper.odt", services.papers().write(paper), actor);
    }

    /// The other area is asked to take a case over and has not answered.
    private void offered(String referral, int daysAgo) {
        add(
                "transfer/" + referral,
                daysAgo(daysAgo),
                COORDINATOR_A,
                Role.MAPPA_COORDINATOR,
                actor -> {
                    var accepted = services.referrals().view(made("referral/" + referral), actor);
                    return services.transfers().offer(accepted.caseId(), places.south(), actor);
                });
    }

    private void circumstance(String referral, int daysAgo, CircumstanceKind kind, String reason) {
        var at = daysAgo(daysAgo);
        add(
                "circumstance/" + referral + "/" + kind,
                at,
                ADMINISTRATOR,
                Role.MAPPA_ADMINISTRATOR,
                actor -> {
                    var accepted = services.referrals().view(made("referral/" + referral), actor);
                    services.circumstances()
                            .set(
                                    accepted.caseId(),
                                    new SetCircumstance(kind, London.dayOf(at), reason),
                                    actor);
                    return null;
                });
    }

    private void accepted(String key, DemoPerson person, int daysAgo) {
        Map<String, String> answers =
                person.location() == Location.HOSPITAL_MHA
                        ? Map.of("location", "HOSPITAL")
                        : Map.of();
        referral(key, person, OWNER_PROBATION)
                .drafted(daysAgo + 4, answers)
                .sent(daysAgo + 3)
                .matched(daysAgo + 2)
                .withPanel(daysAgo + 2)
                .voted(daysAgo + 1, COORDINATOR_B, ACCEPT_2)
                .voted(daysAgo, POLICE_DI, ACCEPT_2)
                .feedback(daysAgo, null);
    }

    private DemoMeeting meeting(String key) {
        return meetings.computeIfAbsent(
                key, referral -> new DemoMeeting(this, key, referral, MeetingType.INITIAL));
    }

    private DemoMeeting review(String referral) {
        return new DemoMeeting(this, "review-" + referral, referral, MeetingType.REVIEW);
    }

    private DemoMeeting held(String key, int daysAgo) {
        return meeting(key).started(daysAgo).recorded(daysAgo);
    }

    private void ended() {
        referral("withdrawn", DemoPerson.QUIN, OWNER_PROBATION)
                .drafted(15, Map.of())
                .sent(14)
                .withdrawn(12, "The person moved out of the county.");
        referral("expired", DemoPerson.ROWAN, SPOC_HEALTH)
                .drafted(40, Map.of("category", "3"))
                .sent(39)
                .givenBack(38, Map.of(Section.PATTERN, "Say what happened before 2020."))
                .expired(5);
    }

    // ---- the auditor's sample

    private void sample() {
        add(
                "sample",
                daysAgo(0),
                COORDINATOR_A,
                Role.MAPPA_COORDINATOR,
                actor -> {
                    var until = London.dayOf(begun.minus(TODAYS)).plusDays(SAMPLE_DAYS);
                    for (var key : List.of("accepted-level-2", "declined")) {
                        var referral = services.referrals().view(made("referral/" + key), actor);
                        services.samples()
                                .give(
                                        referral.caseId(),
                                        new GiveSample(person(AUDITOR), until),
                                        actor);
                    }
                    return null;
                });
    }

    /// What somebody says when nothing else is given.
    static String reason(@Nullable Pathway pathway) {
        return pathway == null
                ? "Five agencies hold parts of the picture and none can act on it alone."
                : "One agency can manage this, and another forum already has the case.";
    }
}
