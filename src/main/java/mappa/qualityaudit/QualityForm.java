package mappa.qualityaudit;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mappa.rule.Invalid;
import mappa.rule.RuleBroken;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What an area asks of a case or a meeting. Once published it stays as it is, so that scores of
/// different years mean the same; a change is another form that names the earlier one.
@Entity
class QualityForm {

    private static final int LONGEST = 300;

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    @Version private int version;

    @Column(name = "area_code", updatable = false)
    private String area;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private AuditKind kind;

    @Enumerated(EnumType.STRING)
    private ScoreScale scale = ScoreScale.FOUR_TO_ONE;

    private String title;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<FormPart> parts;

    @Column(name = "earlier_id", updatable = false)
    private @Nullable UUID earlier;

    private @Nullable Instant publishedAt;

    @Column(name = "published_by")
    private @Nullable UUID publishedBy;

    protected QualityForm() {} // for Hibernate

    private QualityForm(
            String area,
            AuditKind kind,
            String title,
            List<FormPart> parts,
            @Nullable UUID earlier) {
        this.area = area;
        this.kind = kind;
        this.title = title;
        this.parts = List.copyOf(parts);
        this.earlier = earlier;
    }

    static QualityForm empty(String area, AuditKind kind) {
        return new QualityForm(area, kind, "", List.of(), null);
    }

    static QualityForm of(String area, ReadyMadeForm ready) {
        return new QualityForm(area, ready.kind(), ready.title(), ready.parts(), null);
    }

    /// The next version of a published form.
    ///
    /// @throws RuleBroken `SMB-05` if it is a draft, which can be changed itself
    QualityForm next() {
        if (publishedAt == null) {
            throw new RuleBroken(QualityRule.OVERSIGHT, "qualityaudit.form.not-published");
        }
        var next = new QualityForm(area, kind, title, parts, id);
        next.scale = scale;
        return next;
    }

    /// @throws RuleBroken `SMB-05` once it is published
    /// @throws Invalid for texts that are too long
    void write(String newTitle, ScoreScale newScale, List<FormPart> newParts) {
        requireDraft();
        var problems = new ArrayList<Invalid.Problem>();
        checkLength("title", newTitle, problems);
        for (var part = 0; part < newParts.size(); part++) {
            checkLength("part-" + part, newParts.get(part).title(), problems);
            for (var item : newParts.get(part).items()) {
                checkLength("items-" + part, item, problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        title = newTitle;
        scale = newScale;
        parts = List.copyOf(newParts);
    }

    private static void checkLength(String field, String text, List<Invalid.Problem> problems) {
        if (text.length() > LONGEST) {
            problems.add(
                    Invalid.Problem.of(
                            field, "qualityaudit.problem.too-long", LONGEST, text.length()));
        }
    }

    /// Freezes it.
    ///
    /// @throws Invalid with all that it lacks: a title, a part, a heading, items
    void publish(UUID by, Instant now) {
        requireDraft();
        var problems = new ArrayList<Invalid.Problem>();
        if (title.isBlank()) {
            problems.add(Invalid.Problem.of("title", "qualityaudit.problem.title"));
        }
        if (parts.isEmpty()) {
            problems.add(Invalid.Problem.of("part-0", "qualityaudit.problem.no-parts"));
        }
        for (var part = 0; part < parts.size(); part++) {
            if (parts.get(part).title().isBlank()) {
                problems.add(Invalid.Problem.of("part-" + part, "qualityaudit.problem.heading"));
            }
            if (parts.get(part).items().isEmpty()) {
                problems.add(Invalid.Problem.of("items-" + part, "qualityaudit.problem.items"));
            }
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        publishedAt = now;
        publishedBy = by;
    }

    private void requireDraft() {
        if (publishedAt != null) {
            throw new RuleBroken(QualityRule.OVERSIGHT, "qualityaudit.form.frozen");
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

    AuditKind kind() {
        return kind;
    }

    ScoreScale scale() {
        return scale;
    }

    String title() {
        return title;
    }

    List<FormPart> parts() {
        return parts;
    }

    Optional<UUID> earlier() {
        return Optional.ofNullable(earlier);
    }

    Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    boolean isPublished() {
        return publishedAt != null;
    }
}
