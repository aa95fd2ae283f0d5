package mappa.demo;

import static mappa.demo.DemoUser.ADMINISTRATOR;
import static mappa.demo.DemoUser.COORDINATOR_A;
import static mappa.demo.DemoUser.OWNER_PROBATION;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.identity.Role;
import mappa.referral.AskForMore;
import mappa.referral.Ballot;
import mappa.referral.CheckedItem;
import mappa.referral.CheckedItem.Finding;
import mappa.referral.Feedback;
import mappa.referral.MatchPerson;
import mappa.referral.Pathway;
import mappa.referral.RecordDifferentView;
import mappa.referral.ReferralService;
import mappa.referral.SaveSection;
import mappa.referral.Section;
import mappa.referral.Vote;
import org.jspecify.annotations.Nullable;

/// The way of one invented referral, told in working days before the load; each part of it is a
/// step of its own.
class DemoReferral {

    private final DemoScript script;
    private final String key;
    private final DemoPerson person;
    private final DemoUser referrer;
    private final Role role;
    private int told;

    DemoReferral(DemoScript script, String key, DemoPerson person, DemoUser referrer, Role role) {
        this.script = script;
        this.key = key;
        this.person = person;
        this.referrer = referrer;
        this.role = role;
    }

    /// @param answers by question, where they are not the usual ones
    /// @param only the sections that were written; none for all
    DemoReferral drafted(int daysAgo, Map<String, String> answers, Section... only) {
        var sections =
                only.length > 0
                        ? List.of(only)
                        : Stream.of(Section.values())
                                .filter(section -> section != Section.WHAT_HAS_CHANGED)
                                .toList();
        script.add(
                "referral/" + key,
                script.daysAgo(daysAgo),
                referrer,
                role,
                actor -> {
                    var id = referrals().start(null, actor).id();
                    for (var section : sections) {
                        var written = DemoAnswers.to(section, person, answers);
                        referrals().save(id, new SaveSection(section, written, 0), actor);
                    }
                    return id;
                });
        return this;
    }

    /// A draft from an earlier referral of the same referrer.
    DemoReferral copied(int daysAgo, String earlier) {
        script.add(
                "referral/" + key,
                script.daysAgo(daysAgo),
                referrer,
                role,
                actor -> {
                    var id = referrals().start(script.made("referral/" + earlier), actor).id();
                    var changed = Section.WHAT_HAS_CHANGED;
                    var written = DemoAnswers.to(changed, person, Map.of());
                    referrals().save(id, new SaveSection(changed, written, 0), actor);
                    return id;
                });
        return this;
    }

    DemoReferral enclosed(int daysAgo, String title) {
        return step(
                "enclosed",
                daysAgo,
                referrer,
                role,
                (id, actor) -> script.attach("referrals", id, title, actor));
    }

    DemoReferral sent(int daysAgo) {
        return step("sent", daysAgo, referrer, role, (id, actor) -> referrals().send(id, actor));
    }

    /// The unit makes the person's record and says that it is theirs.
    DemoReferral matched(int daysAgo) {
        return step(
                "matched",
                daysAgo,
                ADMINISTRATOR,
                Role.MAPPA_ADMINISTRATOR,
                (id, actor) -> {
                    var made =
                            new DemoCase(script, person, script.places().north())
                                    .open(script.person(OWNER_PROBATION), actor);
                    referrals()
                            .match(
                                    id,
                                    new MatchPerson(made.personId(), made.id(), made.reference()),
                                    actor);
                });
    }

    /// @param missing what the referrer should add, by section
    DemoReferral givenBack(int daysAgo, Map<Section, String> missing) {
        var items = checked(missing);
        return step(
                "given-back",
                daysAgo,
                ADMINISTRATOR,
                Role.MAPPA_ADMINISTRATOR,
                (id, actor) -> referrals().giveBack(id, items, actor));
    }

    DemoReferral withPanel(int daysAgo) {
        var items = checked(Map.of());
        return step(
                "with-panel",
                daysAgo,
                COORDINATOR_A,
                Role.MAPPA_COORDINATOR,
                (id, actor) -> referrals().sendToPanel(id, items, actor));
    }

    private static List<CheckedItem> checked(Map<Section, String> missing) {
        return EnumSet.complementOf(EnumSet.of(Section.WHAT_HAS_CHANGED)).stream()
                .map(
                        section ->
                                missing.containsKey(section)
                                        ? new CheckedItem(
                                                section, Finding.MISSING, missing.get(section))
                                        : new CheckedItem(section, Finding.PRESENT, null))
                .toList();
    }

    DemoReferral voted(int daysAgo, DemoUser member, Vote vote) {
        return voted(daysAgo, member, vote, null);
    }

    DemoReferral voted(int daysAgo, DemoUser member, Vote vote, @Nullable Pathway pathway) {
        var ballot = new Ballot(vote, DemoScript.reason(pathway), pathway);
        return step(
                "voted-" + member,
                daysAgo,
                member,
                member.posts().getFirst().role(),
                (id, actor) -> referrals().vote(id, ballot, actor));
    }

    DemoReferral asked(int daysAgo, DemoUser member, String... questions) {
        var command = new AskForMore(List.of(questions), "Without it the risk cannot be weighed.");
        return step(
                "asked",
                daysAgo,
                member,
                member.posts().getFirst().role(),
                (id, actor) -> referrals().askForMore(id, command, actor));
    }

    DemoReferral answered(int daysAgo, String answer) {
        return step(
                "answered",
                daysAgo,
                referrer,
                role,
                (id, actor) -> {
                    var answers = new HashMap<UUID, String>();
                    referrals().view(id, actor).questions().stream()
                            .filter(question -> question.answer() == null)
                            .forEach(question -> answers.put(question.id(), answer));
                    referrals().answer(id, answers, actor);
                });
    }

    DemoReferral conflict(int daysAgo, DemoUser member) {
        return step(
                "conflict-" + member,
                daysAgo,
                member,
                member.posts().getFirst().role(),
                (id, actor) ->
                        referrals()
                                .declareConflict(
                                        id, "I know the family from outside work.", actor));
    }

    /// Deadlines that had come by then acted.
    DemoReferral clockRan(int daysAgo) {
        return step(
                "clock", daysAgo, null, null, (id, actor) -> referrals().passDeadlines(id, actor));
    }

    /// @param pathway where else to turn, for a declined one
    DemoReferral feedback(int daysAgo, @Nullable Pathway pathway) {
        var feedback =
                new Feedback(DemoScript.reason(pathway), pathway, "The MAPPA unit", null, null);
        return step(
                "feedback",
                daysAgo,
                COORDINATOR_A,
                Role.MAPPA_COORDINATOR,
                (id, actor) -> referrals().sendFeedback(id, feedback, actor));
    }

    DemoReferral differentView(int daysAgo, DemoUser member, Vote vote) {
        var command = new RecordDifferentView(vote, DemoScript.reason(null));
        return step(
                "different-view",
                daysAgo,
                member,
                member.posts().getFirst().role(),
                (id, actor) -> referrals().recordDifferentView(id, command, actor));
    }

    DemoReferral withdrawn(int daysAgo, String reason) {
        return step(
                "withdrawn",
                daysAgo,
                referrer,
                role,
                (id, actor) -> referrals().withdraw(id, reason, actor));
    }

    DemoReferral expired(int daysAgo) {
        return step(
                "expired",
                daysAgo,
                ADMINISTRATOR,
                Role.MAPPA_ADMINISTRATOR,
                (id, actor) -> referrals().expire(id, actor));
    }

    private interface Part {
        void of(UUID id, mappa.identity.Actor actor);
    }

    private DemoReferral step(
            String name, int daysAgo, @Nullable DemoUser user, @Nullable Role by, Part part) {
        told++;
        script.add(
                "referral/%s/%d-%s".formatted(key, told, name),
                script.daysAgo(daysAgo),
                user,
                by,
                actor -> {
                    part.of(script.made("referral/" + key), actor);
                    return null;
                });
        return this;
    }

    private ReferralService referrals() {
        return script.services().referrals();
    }
}
