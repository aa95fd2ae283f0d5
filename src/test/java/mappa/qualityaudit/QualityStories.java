package mappa.qualityaudit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import mappa.TestPeople;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.meeting.MeetingStories;
import org.jspecify.annotations.Nullable;

/// Audits in PostgreSQL, taken to where a test begins by the people of one area.
@ApplicationScoped
public class QualityStories {

    private final QualityFormService forms;
    private final DrawService draws;
    private final ScoringService scoring;
    private final TestPeople people;
    private final MeetingStories meetings;

    QualityStories(
            QualityFormService forms,
            DrawService draws,
            ScoringService scoring,
            TestPeople people,
            MeetingStories meetings) {
        this.forms = forms;
        this.draws = draws;
        this.scoring = scoring;
        this.people = people;
        this.meetings = meetings;
    }

    /// Who oversees an area.
    record Board(Actor coordinator, Actor first, Actor second, Actor chair, Actor layAdviser) {}

    Board board(MeetingStories.Circle circle) {
        var area = circle.area();
        return new Board(
                circle.team().coordinatorA(),
                people.person(area + "-auditor-1", Role.AUDITOR, area),
                people.person(area + "-auditor-2", Role.AUDITOR, area),
                people.person(area + "-smb-chair", Role.SMB_CHAIR, area),
                people.person(area + "-lay-adviser", Role.LAY_ADVISER, area));
    }

    /// A published form with two parts: two items, and one.
    UUID form(Board board, AuditKind kind) {
        return as(
                board.coordinator(),
                () -> {
                    var coordinator = board.coordinator();
                    var id = forms.start(StartForm.empty(kind), coordinator);
                    forms.write(
                            id,
                            new WriteForm(
                                    "Three questions",
                                    ScoreScale.FOUR_TO_ONE,
                                    List.of(
                                            new FormPart("In time", List.of("Asked", "Held")),
                                            new FormPart("Sound", List.of("Plan"))),
                                    0),
                            coordinator);
                    forms.publish(id, coordinator);
                    return id;
                });
    }

    /// An audit of this year, scored by both.
    UUID drawn(Board board, AuditKind kind, int size) {
        return drawn(board, form(board, kind), size, null);
    }

    UUID drawn(Board board, UUID form, int size, @Nullable UUID earlier) {
        var today = meetings.today();
        var command =
                new DrawAudit(
                        form,
                        "Level 2, this year",
                        today.minusYears(1),
                        today,
                        2,
                        size,
                        board.first().personId(),
                        board.second().personId(),
                        today.plusDays(7),
                        earlier);
        return as(board.coordinator(), () -> draws.draw(command, board.coordinator()));
    }

    /// For tests of others: whatever the area has, drawn.
    public UUID drawn(MeetingStories.Circle circle) {
        return drawn(board(circle), AuditKind.CASE, 1);
    }

    /// @param scores of the three items; null where one does not apply
    void score(Actor scorer, UUID audit, int number, @Nullable Integer... scores) {
        score(scorer, audit, number, "", null, 0, scores);
    }

    void score(
            Actor scorer,
            UUID audit,
            int number,
            String comment,
            @Nullable String reason,
            int read,
            @Nullable Integer... scores) {
        var items = new ArrayList<ItemScore>();
        items.add(new ItemScore(0, 0, scores[0]));
        items.add(new ItemScore(0, 1, scores[1]));
        items.add(new ItemScore(1, 0, scores[2]));
        var command =
                new ScoreSample(
                        items,
                        List.of(comment, ""),
                        Set.of(AuditTheme.TIMELINESS),
                        null,
                        true,
                        reason,
                        read);
        as(
                scorer,
                () -> {
                    scoring.score(audit, number, command, scorer);
                    return null;
                });
    }

    <T> T as(Actor actor, Supplier<T> work) {
        return people.as(actor, work);
    }
}
