package mappa.caseload;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mappa.rule.Invalid;
import org.jspecify.annotations.Nullable;

/// Somebody who is or may be managed, in one area.
@Entity
class Person {

    private static final int OF_AGE = 18;

    @Id private UUID id;
    @Version private int version;

    @Column(updatable = false)
    private String area;

    @Column(updatable = false)
    private @Nullable LocalDate dateOfBirth;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Fact.@Nullable Why dateOfBirthMissing;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private @Nullable Sex sex;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Fact.@Nullable Why sexMissing;

    @Column(updatable = false)
    private @Nullable String ethnicity;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Fact.@Nullable Why ethnicityMissing;

    @Column(updatable = false)
    private @Nullable String nationality;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Fact.@Nullable Why nationalityMissing;

    @Column(updatable = false)
    private @Nullable String language;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Fact.@Nullable Why languageMissing;

    @Column(updatable = false)
    private @Nullable Boolean interpreterNeeded;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Fact.@Nullable Why interpreterNeededMissing;

    @Column(updatable = false)
    private Instant recordedAt;

    @Column(updatable = false)
    private @Nullable UUID recordedBy;

    @OneToMany(mappedBy = "person", cascade = CascadeType.PERSIST)
    @OrderBy("recordedAt, id")
    private List<RecordedName> names = new ArrayList<>();

    @OneToMany(mappedBy = "person", cascade = CascadeType.PERSIST)
    @OrderBy("recordedAt, id")
    private List<PersonIdentifier> identifiers = new ArrayList<>();

    protected Person() {} // for Hibernate

    /// @throws Invalid if the details cannot be so
    Person(String area, PersonDetails details, Entry entry) {
        details.check(entry.today());
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.area = area;
        this.dateOfBirth = details.dateOfBirth().toOptional().orElse(null);
        this.dateOfBirthMissing = details.dateOfBirth().reason().orElse(null);
        this.sex = details.sex().toOptional().orElse(null);
        this.sexMissing = details.sex().reason().orElse(null);
        this.ethnicity = details.ethnicity().toOptional().orElse(null);
        this.ethnicityMissing = details.ethnicity().reason().orElse(null);
        this.nationality = details.nationality().toOptional().orElse(null);
        this.nationalityMissing = details.nationality().reason().orElse(null);
        this.language = details.language().toOptional().orElse(null);
        this.languageMissing = details.language().reason().orElse(null);
        this.interpreterNeeded = details.interpreterNeeded().toOptional().orElse(null);
        this.interpreterNeededMissing = details.interpreterNeeded().reason().orElse(null);
        this.recordedAt = entry.at();
        this.recordedBy = entry.by();
        names.add(new RecordedName(this, NameKind.CURRENT, details.name(), entry));
        for (var alias : details.aliases()) {
            names.add(new RecordedName(this, NameKind.ALIAS, alias, entry));
        }
        for (var identifier : details.identifiers()) {
            add(identifier, entry);
        }
    }

    /// Records a number by which another system knows the person; one that is held already changes
    /// nothing.
    void add(Identifier identifier, Entry entry) {
        if (!identifiers().contains(identifier)) {
            identifiers.add(new PersonIdentifier(this, identifier, entry));
        }
    }

    /// Records another name; one that is held already changes nothing.
    void add(NameKind kind, PersonName name, Entry entry) {
        boolean held =
                names.stream().anyMatch(row -> row.kind() == kind && row.name().equals(name));
        if (!held) {
            names.add(new RecordedName(this, kind, name, entry));
        }
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    String area() {
        return area;
    }

    PersonName name() {
        return names.stream()
                .filter(row -> row.kind() == NameKind.CURRENT)
                .findFirst()
                .orElseThrow()
                .name();
    }

    /// Other names, in the order recorded.
    List<PersonName> aliases() {
        return names.stream()
                .filter(row -> row.kind() != NameKind.CURRENT)
                .map(RecordedName::name)
                .toList();
    }

    /// Whether a text is one of the names, in whatever case and order of its parts.
    boolean isNamed(String typed) {
        var words = words(typed);
        return !words.isEmpty()
                && names.stream().anyMatch(row -> words(row.name().shown()).equals(words));
    }

    private static Set<String> words(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    Fact<LocalDate> dateOfBirth() {
        return Fact.of(dateOfBirth, dateOfBirthMissing);
    }

    /// In whole years on that day.
    Fact<Integer> ageOn(LocalDate day) {
        return dateOfBirth().map(born -> Period.between(born, day).getYears());
    }

    /// Under 18 on that day (`CAT-12`). Not known where the date of birth is not.
    Fact<Boolean> isChildOn(LocalDate day) {
        return dateOfBirth().map(born -> isChild(born, day));
    }

    static boolean isChild(LocalDate born, LocalDate day) {
        return Period.between(born, day).getYears() < OF_AGE;
    }

    Fact<Sex> sex() {
        return Fact.of(sex, sexMissing);
    }

    Fact<String> ethnicity() {
        return Fact.of(ethnicity, ethnicityMissing);
    }

    Fact<String> nationality() {
        return Fact.of(nationality, nationalityMissing);
    }

    Fact<String> language() {
        return Fact.of(language, languageMissing);
    }

    Fact<Boolean> interpreterNeeded() {
        return Fact.of(interpreterNeeded, interpreterNeededMissing);
    }

    List<Identifier> identifiers() {
        return identifiers.stream()
                .filter(PersonIdentifier::isCurrent)
                .map(PersonIdentifier::identifier)
                .toList();
    }
}
