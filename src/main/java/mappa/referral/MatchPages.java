package mappa.referral;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mappa.agency.Agencies;
import mappa.agency.AgencyView;
import mappa.caseload.Category;
import mappa.caseload.CreatePerson.Verdict;
import mappa.caseload.Fact;
import mappa.caseload.Identifier;
import mappa.caseload.IdentifierKind;
import mappa.caseload.PersonDetails;
import mappa.caseload.PersonMatch;
import mappa.caseload.PersonName;
import mappa.caseload.Sex;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// Who a referral is about: near-duplicates side by side with what the referrer says.
@Path("/referrals/{id}/person")
@Produces(MediaType.TEXT_HTML)
class MatchPages {

    private static final String NOT_KNOWN = "not known";

    private final MatchService service;
    private final ReferralService referrals;
    private final Agencies agencies;
    private final CurrentActor current;
    private final Forms forms;

    MatchPages(
            MatchService service,
            ReferralService referrals,
            Agencies agencies,
            CurrentActor current,
            Forms forms) {
        this.service = service;
        this.referrals = referrals;
        this.agencies = agencies;
        this.current = current;
        this.forms = forms;
    }

    record PersonPage(
            UUID id,
            @Nullable String reference,
            List<ShownSection> told,
            List<Candidate> candidates,
            List<Choice> verdicts,
            List<Choice> categories,
            List<AgencyView> agencies,
            String path) {}

    /// Somebody who is recorded and could be the one.
    record Candidate(String field, String name, List<ShownText> facts) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance person(PersonPage page, Form form);

        private Templates() {}
    }

    @GET
    @Requires(Operation.CHECK_REFERRAL)
    public TemplateInstance person(UUID id) {
        var referral = referrals.view(id, current.get());
        return person(referral, forms.show(told(referral)));
    }

    /// The fields as the referrer filled them in.
    private static Form told(ReferralView referral) {
        var said = answers(referral);
        var category = referral.summary().category();
        return Form.empty()
                .with("surname", known(said.get("surname")))
                .with("forenames", known(said.get("forenames")))
                .with("dateOfBirth", day(said.get("dateOfBirth")))
                .with(
                        "category",
                        category == 0 || category == 3 ? "NONE" : Category.of(category).name())
                .with("leadAgency", referral.summary().agency());
    }

    private static Map<String, String> answers(ReferralView referral) {
        return referral.sections().stream()
                .filter(kept -> kept.section() == Section.PERSON)
                .findFirst()
                .map(ReferralView.SectionView::answers)
                .orElse(Map.of());
    }

    private static @Nullable String known(@Nullable String answer) {
        return answer == null || answer.strip().equalsIgnoreCase(NOT_KNOWN) ? null : answer;
    }

    private static @Nullable LocalDate day(@Nullable String answer) {
        return answer == null || answer.isBlank() ? null : LocalDate.parse(answer);
    }

    private TemplateInstance person(ReferralView referral, Form form) {
        var summary = referral.summary();
        var details = details(referral, form);
        return Templates.person(
                new PersonPage(
                        summary.id(),
                        summary.reference(),
                        List.of(
                                ShownSection.of(
                                        Section.PERSON, answers(referral), List.of(), null)),
                        service.candidates(details, current.get()).stream()
                                .map(MatchPages::candidate)
                                .toList(),
                        Choice.of("referral.match.verdict", Verdict.values()),
                        List.of(
                                Choice.of("CATEGORY_1", "referral.match.open-category-1"),
                                Choice.of("CATEGORY_2", "referral.match.open-category-2"),
                                Choice.of("CATEGORY_4", "referral.match.open-category-4"),
                                Choice.of("NONE", "referral.match.open-none")),
                        agencies.in(summary.area()),
                        "/referrals/%s/person".formatted(summary.id())),
                form);
    }

    private static Candidate candidate(PersonMatch match) {
        var facts = new ArrayList<ShownText>();
        facts.add(
                ShownText.of(
                        "referral.match.date-of-birth",
                        match.dateOfBirth()
                                .toOptional()
                                .map(Said::day)
                                .orElse(Said.of("web.not-recorded"))));
        if (!match.aliases().isEmpty()) {
            facts.add(
                    ShownText.of("referral.question.aliases", String.join(", ", match.aliases())));
        }
        if (match.reference() != null) {
            facts.add(
                    new ShownText(
                            "referral.view.case", match.reference(), "/cases/" + match.caseId()));
        }
        facts.add(
                ShownText.of(
                        "referral.match.standing",
                        match.standing() == null
                                ? Said.of("referral.match.no-standing")
                                : Said.of(
                                        "referral.match.standing-words",
                                        match.standing().category().number(),
                                        match.standing().level().number(),
                                        match.standing().leadAgency())));
        facts.add(
                ShownText.of(
                        "referral.match.why",
                        match.reasons().stream()
                                .map(reason -> Said.code("referral.match.reason", reason))
                                .collect(Collectors.joining(", "))));
        return new Candidate(
                MatchService.field(match),
                match.name().isEmpty() ? Said.of("web.not-recorded") : match.name(),
                facts);
    }

    private static PersonDetails details(ReferralView referral, Form form) {
        var said = answers(referral);
        var born = form.date("dateOfBirth");
        var sex = said.get("sex");
        return new PersonDetails(
                PersonName.of(form.value("surname"), form.value("forenames")),
                listed(said.get("aliases"), ",")
                        .map(MatchPages::alias)
                        .filter(name -> !name.shown().isEmpty())
                        .toList(),
                born == null ? Fact.notRecorded() : Fact.known(born),
                Arrays.stream(Sex.values())
                        .filter(one -> one.name().equals(sex))
                        .findFirst()
                        .map(Fact::known)
                        .orElse(
                                Objects.equals(sex, "NOT_KNOWN")
                                        ? Fact.askedNotKnown()
                                        : Fact.notRecorded()),
                Fact.notRecorded(),
                Fact.notRecorded(),
                Fact.notRecorded(),
                Fact.notRecorded(),
                identifiers(said.get("identifiers")));
    }

    private static Stream<String> listed(@Nullable String answer, String separators) {
        return answer == null
                ? Stream.of()
                : Arrays.stream(answer.split(separators))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty());
    }

    /// The last word is taken for the surname.
    private static PersonName alias(String name) {
        var space = name.lastIndexOf(' ');
        return space < 0
                ? PersonName.of(name, "")
                : PersonName.of(name.substring(space + 1), name.substring(0, space));
    }

    /// Numbers that have the form they have elsewhere; a ViSOR reference could be any word, so it
    /// is not guessed.
    private static List<Identifier> identifiers(@Nullable String answer) {
        return listed(answer, "[,;\\s]+")
                .flatMap(
                        word ->
                                Arrays.stream(IdentifierKind.values())
                                        .filter(kind -> kind != IdentifierKind.VISOR)
                                        .flatMap(
                                                kind ->
                                                        kind.spell(word).stream()
                                                                .map(
                                                                        number ->
                                                                                new Identifier(
                                                                                        kind,
                                                                                        number))))
                .distinct()
                .toList();
    }

    @POST
    @Requires(Operation.CHECK_REFERRAL)
    public Response match(UUID id) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    var actor = current.get();
                    var details = details(referrals.view(id, actor), form);
                    var category = category(form);
                    var agency = form.id("leadAgency");
                    if (category != null && agency == null) {
                        form.reject("leadAgency", "referral.problem.lead-agency");
                    }
                    form.check();
                    service.match(
                            id,
                            new RecognisePerson(
                                    details,
                                    verdicts(form),
                                    category,
                                    agency,
                                    Said.of("referral.match.level-reason")),
                            actor);
                    return "/referrals/%s/checks?alert=referral.alert.matched".formatted(id);
                },
                form -> person(referrals.view(id, current.get()), form));
    }

    private static @Nullable Category category(Form form) {
        return form.value("category").equals("NONE")
                ? null
                : form.choice("category", Category.class, "referral.problem.category");
    }

    private static Map<UUID, Verdict> verdicts(Form form) {
        var verdicts = new HashMap<UUID, Verdict>();
        form.sent()
                .keySet()
                .forEach(
                        field -> {
                            if (field.startsWith("verdict-")) {
                                verdicts.put(
                                        UUID.fromString(field.substring("verdict-".length())),
                                        Verdict.valueOf(form.value(field)));
                            }
                        });
        return verdicts;
    }
}
