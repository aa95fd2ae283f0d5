package mappa.caseload;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import mappa.identity.Actor;

/// States that tests of people, categories and levels start from.
final class CaseloadFixtures {

    static final LocalDate TODAY = LocalDate.of(2026, 4, 28);
    static final LocalDate CATEGORY_4_FROM = LocalDate.of(2022, 4, 1);
    static final UUID PROBATION = UUID.fromString("019d0000-0000-7000-8000-000000000001");
    static final LevelDecision BY_LEAD_AGENCY =
            new LevelDecision(LevelSetBy.LEAD_AGENCY, "First screening", null);
    static final LevelDecision BY_SCREENING =
            new LevelDecision(LevelSetBy.SCREENING, "Two of three accepted", UUID.randomUUID());

    private CaseloadFixtures() {}

    static Entry on(LocalDate day) {
        return entry(day.atTime(10, 0).atZone(ZoneId.of("Europe/London")).toInstant(), day);
    }

    static Entry entry(Instant at, LocalDate today) {
        return new Entry(UUID.randomUUID(), at, today);
    }

    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneId.of("Europe/London")).toInstant();
    }

    static CategoryHistory anEmptyHistory() {
        return new CategoryHistory(
                UUID.randomUUID(), UUID.randomUUID(), "NS", List.of(), List.of());
    }

    static CategoryHistory aHistory(Category category, Basis basis, Level level, LocalDate from) {
        var history = anEmptyHistory();
        history.open(in(category, basis, level, from), CATEGORY_4_FROM, on(from));
        return history;
    }

    static OpenEligibility in(Category category, Basis basis, Level level, LocalDate from) {
        return new OpenEligibility(
                category,
                basis,
                Set.of(),
                from,
                PROBATION,
                level,
                level == Level.LEVEL_1 ? BY_LEAD_AGENCY : BY_SCREENING);
    }

    /// Makes a person; all who look alike are told apart.
    static UUID create(CaseloadService service, PersonDetails details, Actor actor) {
        var outcome = service.createPerson(new CreatePerson(details, Map.of()), actor);
        if (outcome instanceof PersonOutcome.Compare(var candidates)) {
            var verdicts =
                    candidates.stream()
                            .collect(
                                    Collectors.toMap(
                                            PersonMatch::personId,
                                            _ -> CreatePerson.Verdict.DIFFERENT));
            outcome = service.createPerson(new CreatePerson(details, verdicts), actor);
        }
        return ((PersonOutcome.Created) outcome).personId();
    }
}
