package mappa.demo;

import static mappa.demo.DemoUser.ADMINISTRATOR;
import static mappa.demo.DemoUser.COORDINATOR_A;
import static mappa.demo.DemoUser.OWNER_PROBATION;

import java.util.Map;
import java.util.UUID;
import mappa.caseload.DateKind;
import mappa.caseload.Fact;
import mappa.expiry.MoveToCategory3;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.levelone.PromptKind;
import mappa.levelone.ReportPrompt;
import mappa.time.London;

/// What the days ask for without a process: categories that end, and what prompts to refer up.
class DemoWatched {

    private final DemoScript script;

    DemoWatched(DemoScript script) {
        this.script = script;
    }

    void add() {
        ends("overdue", 30);
        ends("adjourned", -3);
        ends("planned", 20);
        decided("planned");
        prompt(
                DemoPerson.TOBY,
                PromptKind.NEW_ARREST,
                "Arrested on Friday night after a fight outside the hostel, released under"
                        + " investigation.");
        prompt(
                DemoPerson.KATHARINE,
                PromptKind.AGENCY_DOES_NOT_DELIVER,
                "The move to another flat was promised for last month, and nobody answers.");
        dismissed(DemoPerson.KATHARINE);
    }

    /// @param days from today to the end of the sentence
    private void ends(String referral, int days) {
        script.add(
                "expiry/" + referral,
                script.daysAgo(1),
                ADMINISTRATOR,
                Role.MAPPA_ADMINISTRATOR,
                actor -> {
                    script.services()
                            .caseload()
                            .recordDates(
                                    caseOf(referral, actor),
                                    Map.of(
                                            DateKind.SENTENCE_END,
                                            Fact.known(script.today().plusDays(days))),
                                    actor);
                    return null;
                });
    }

    private void decided(String referral) {
        script.add(
                "expiry/" + referral + "/decided",
                script.daysAgo(0),
                COORDINATOR_A,
                Role.MAPPA_COORDINATOR,
                actor -> {
                    var caseId = caseOf(referral, actor);
                    var expiry = script.services().expiries().open(caseId, actor).orElseThrow();
                    script.services()
                            .expiries()
                            .move(
                                    expiry.id(),
                                    new MoveToCategory3(
                                            "Sets fires when left without a place to stay, and"
                                                    + " loses the present one this winter.",
                                            "Two convictions for arson.",
                                            true,
                                            "Housing, fire service and health hold the plan"
                                                    + " together at meetings."),
                                    actor);
                    return null;
                });
    }

    private UUID caseOf(String referral, Actor actor) {
        return script.services()
                .referrals()
                .view(script.made("referral/" + referral), actor)
                .caseId();
    }

    private void prompt(DemoPerson person, PromptKind kind, String detail) {
        var at = script.daysAgo(3);
        script.add(
                "prompt/" + person,
                at,
                ADMINISTRATOR,
                Role.MAPPA_ADMINISTRATOR,
                actor -> {
                    var stay = stay(person, actor);
                    script.services()
                            .levelOne()
                            .report(stay, new ReportPrompt(kind, London.dayOf(at), detail), actor);
                    return stay;
                });
    }

    private void dismissed(DemoPerson person) {
        script.add(
                "prompt/" + person + "/dismissed",
                script.daysAgo(2),
                OWNER_PROBATION,
                Role.CASE_OWNER,
                actor -> {
                    var levelOne = script.services().levelOne();
                    var stay = levelOne.stay(script.made("prompt/" + person), actor);
                    levelOne.dismiss(
                            stay.id(),
                            stay.prompts().getFirst().id(),
                            "The agency has answered since, and the move is on the 1st.",
                            actor);
                    return null;
                });
    }

    private UUID stay(DemoPerson person, Actor actor) {
        var known =
                script.services()
                        .caseload()
                        .openCaseFor(
                                script.made("person/" + person), script.places().north(), actor);
        return script.services().levelOne().open(known.id(), actor).orElseThrow().id();
    }
}
