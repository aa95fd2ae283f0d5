package mappa.qualityaudit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import mappa.RealParts;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.meeting.MeetingStories;
import mappa.meeting.MinutesService;
import mappa.qualityaudit.QualityStories.Board;
import mappa.rule.Changed;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Audits on PostgreSQL: the draw, two scorers apart, the figures, and who reads them.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@Tag("SMB-05")
class QualityAuditServiceTest {

    private static final String COMMENT = "The plan says who and by when.";

    @Inject MeetingStories meetings;
    @Inject QualityStories stories;
    @Inject QualityFormService forms;
    @Inject DrawService draws;
    @Inject ScoringService scoring;
    @Inject QualityAuditService service;
    @Inject QualityAudits audits;
    @Inject MinutesService minutes;
    @Inject mappa.TestPeople people;

    private MeetingStories.Circle circle;
    private Board board;

    @BeforeEach
    void somebodyAtLevel2() {
        circle = meetings.circle("OC");
        board = stories.board(circle);
        while (cases().size() < 4) {
            meetings.accepted(circle, 2);
        }
    }

    /// The draw as its description says it, in other words than the product's: tickets are numbers
    /// here, and the smallest is looked for again and again.
    @Test
    void theSampleIsTheOneThatItsSeedGives() throws Exception {
        var id = stories.drawn(board, AuditKind.CASE, 3);
        var left = new TreeMap<BigInteger, String>();
        for (var caseId : cases()) {
            var text = view(board.coordinator(), id).seed() + ":" + caseId;
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            left.put(new BigInteger(1, digest), caseId);
        }
        var expected = new ArrayList<String>();
        for (var place = 0; place < 3; place++) {
            expected.add(left.pollFirstEntry().getValue());
        }
        assertThat(
                        strings(
                                """
                                select t.thing_id from quality_sample_thing t join quality_sample s on s.id = t.sample_id
                                where s.audit_id = '%s' order by s.number
                                """
                                        .formatted(id)))
                .containsExactlyElementsOf(expected);
        var again = stories.as(board.coordinator(), () -> draws.again(id, board.coordinator()));
        assertThat(again.same()).isTrue();
        assertThat(again.lines()).hasSize(cases().size());
    }

    @Test
    void scorersReadTheSampledCasesForTheirTimeAndNoOthers() {
        var id = stories.drawn(board, AuditKind.CASE, 2);
        var sample = sample(board.second(), id, 1);
        assertThat(sample.thing()).isNotNull();
        assertThat(sampled(board.second())).contains(sample.thing().caseId().toString());
        var until =
                strings(
                        "select distinct cast(until_at as text) from case_grant where relation = 'SAMPLE' and until_at > now() and principal = 'PERSON:%s' and subject_id = '%s'"
                                .formatted(board.second().personId(), sample.thing().caseId()));
        assertThat(until).hasSize(1);
        execute(
                "update case_grant set until_at = now() where relation = 'SAMPLE' and subject_id = '%s' and (until_at is null or until_at > now())"
                        .formatted(sample.thing().caseId()));
        assertThat(sample(board.second(), id, 1).thing()).isNull();
    }

    @Test
    void theSecondScorerSeesNothingOfTheFirstUntilTheirOwnScoresAreIn() {
        var id = stories.drawn(board, AuditKind.CASE, 2);
        stories.score(board.first(), id, 1, COMMENT, null, 0, 4, 3, null);
        assertThat(sample(board.second(), id, 1).other()).isNull();
        assertThat(scorings(board.second(), id)).isEmpty();
        // whoever reads past the server's own checks does not either
        for (var reader : List.of(board.coordinator(), board.chair(), board.layAdviser())) {
            assertThat(scorings(reader, id)).as(reader.name()).isEmpty();
            assertThat(view(reader, id).results()).isNull();
        }
        stories.score(board.second(), id, 1, 4, 4, 2);
        var other = sample(board.second(), id, 1).other();
        assertThat(other).isNotNull();
        assertThat(other.comments()).contains(COMMENT);
        assertThat(other.items()).extracting(ItemScore::score).containsExactly(4, 3, null);
        assertThat(sample(board.first(), id, 1).other()).isNotNull();
        // of that sample, and of no other
        stories.score(board.first(), id, 2, 1, 1, 1);
        assertThat(sample(board.second(), id, 2).other()).isNull();
        assertThat(scorings(board.second(), id)).hasSize(2);
    }

    /// By hand: the first gave 4 3 -, 2 2 1: 12 / 5 = 2.40, one not applicable. The second gave 4 4
    /// 2, 1 2 3: of the five pairs that both scored (4/4, 3/4, 2/1, 2/2, 1/3) two are the same and
    /// four at most one apart.
    @Test
    @Tag("K-25")
    void theFiguresAreThoseWorkedByHand() {
        var id = scored();
        finish(id);
        var results = view(board.layAdviser(), id).results();
        assertThat(results).isNotNull();
        assertThat(results.average()).isEqualTo(new Average(12, 5, 1));
        assertThat(results.average().value()).isEqualByComparingTo("2.40");
        assertThat(results.agreement()).isEqualTo(new Agreement(2, 4, 5, 1));
        assertThat(results.parts().get(1).items().getFirst().average())
                .isEqualTo(new Average(1, 1, 1));
        assertThat(results.parts().get(0).items().getFirst().agreement())
                .isEqualTo(new Agreement(1, 2, 2, 0));
        assertThat(results.themes())
                .containsExactly(new AuditResults.ThemeCount(AuditTheme.TIMELINESS, 2));
        assertThat(results.parts().getFirst().comments())
                .containsExactly(new AuditResults.Remark(1, false, COMMENT));
        assertThat(view(board.chair(), id).summary().average()).isEqualTo(new Average(12, 5, 1));
    }

    @Test
    @Tag("K-25")
    void aCorrectionAfterwardsIsAddedWithItsReasonAndTheFigureStays() {
        var id = scored();
        finish(id);
        assertThatThrownBy(() -> stories.score(board.first(), id, 2, "", null, 1, 3, 2, 1))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems().getFirst().field()).isEqualTo("reason"));
        assertThatThrownBy(() -> stories.score(board.first(), id, 2, "", "Misread", 0, 3, 2, 1))
                .isInstanceOf(Changed.class);
        stories.score(board.first(), id, 2, "", "Misread the scale", 1, 3, 2, 1);
        var view = view(board.chair(), id);
        assertThat(view.results()).isNotNull();
        assertThat(view.results().average()).isEqualTo(new Average(13, 5, 1));
        assertThat(view.summary().average()).isEqualTo(new Average(12, 5, 1));
        assertThat(view.results().corrections())
                .extracting(AuditResults.Correction::reason)
                .containsExactly("Misread the scale");
        for (var change :
                List.of(
                        "update quality_audit set finished_sum = 20 where id = '%s'",
                        "update quality_audit set finished_at = null, finished_by = null where id = '%s'")) {
            assertThatThrownBy(() -> execute(change.formatted(id)))
                    .as(change)
                    .rootCause()
                    .hasMessageContaining("smb_05");
        }
        assertThat(
                        strings(
                                "select privilege_type from information_schema.role_table_grants where grantee = 'mappa_app' and table_name = 'quality_scoring'"))
                .containsExactlyInAnyOrder("SELECT", "INSERT");
    }

    @Test
    void isFinishedWhenAllScoresAreInAndNotBefore() {
        var id = stories.drawn(board, AuditKind.CASE, 1);
        stories.score(board.first(), id, 1, 4, 4, 4);
        assertThatThrownBy(() -> finish(id)).isInstanceOf(RuleBroken.class);
        assertThat(view(board.chair(), id).results()).isNull();
        stories.score(board.second(), id, 1, 4, 4, 4);
        finish(id);
        assertThatThrownBy(() -> finish(id)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void nothingIsWrittenWithoutSayingThatItNamesNobody() {
        var id = stories.drawn(board, AuditKind.CASE, 1);
        var command =
                new ScoreSample(
                        List.of(new ItemScore(0, 0, 5), new ItemScore(0, 1, 3)),
                        List.of(COMMENT, ""),
                        Set.of(),
                        null,
                        false,
                        null,
                        0);
        assertThatThrownBy(
                        () ->
                                people.as(
                                        board.first(),
                                        () -> scoring.score(id, 1, command, board.first())))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e ->
                                assertThat(e.problems())
                                        .extracting(Invalid.Problem::field)
                                        .containsExactly("score-0-0", "score-1-0", "deidentified"));
    }

    @Test
    void onlyItsScorersScoreAndOnlyItsAreaReads() {
        var id = stories.drawn(board, AuditKind.CASE, 1);
        var third = people.person("OC-auditor-3", Role.AUDITOR, "OC");
        var elsewhere = stories.board(meetings.circle("OD"));
        assertThatThrownBy(() -> sample(third, id, 1)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> stories.score(third, id, 1, 4, 4, 4)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sample(board.layAdviser(), id, 1)).isInstanceOf(NotFound.class);
        for (var reader :
                List.of(
                        third,
                        elsewhere.coordinator(),
                        elsewhere.chair(),
                        elsewhere.layAdviser(),
                        elsewhere.first())) {
            assertThatThrownBy(() -> view(reader, id)).isInstanceOf(NotFound.class);
            assertThat(stories.as(reader, () -> service.list(reader)))
                    .noneMatch(one -> one.id().equals(id));
        }
        for (var reader : List.of(board.chair(), board.layAdviser(), board.first())) {
            assertThatThrownBy(() -> stories.as(reader, () -> draws.again(id, reader)))
                    .as(reader.name())
                    .isInstanceOf(NotFound.class);
        }
        // nor does the database tell the board which case a sample is
        for (var reader : List.of(board.chair(), board.layAdviser())) {
            assertThat(
                            people.as(
                                    reader,
                                    () ->
                                            QuarkusTransaction.requiringNew()
                                                    .call(
                                                            () ->
                                                                    audits.samples(id).stream()
                                                                            .filter(
                                                                                    one ->
                                                                                            audits.thing(
                                                                                                            one
                                                                                                                    .id())
                                                                                                    .isPresent())
                                                                            .count())))
                    .isZero();
        }
    }

    @Test
    void aReAuditNamesTheEarlierOneAndItsFigure() {
        var form = stories.form(board, AuditKind.CASE);
        var first = stories.drawn(board, form, 1, null);
        stories.score(board.first(), first, 1, 2, 2, 2);
        stories.score(board.second(), first, 1, 2, 2, 2);
        assertThatThrownBy(() -> stories.drawn(board, form, 1, first)).isInstanceOf(Invalid.class);
        finish(first);
        var second = stories.drawn(board, form, 1, first);
        var earlier = view(board.chair(), second).earlier();
        assertThat(earlier).isNotNull();
        assertThat(earlier.average()).isEqualTo(new Average(6, 3, 0));
    }

    @Test
    void noMoreAreDrawnThanThereAre() {
        assertThatThrownBy(() -> stories.drawn(board, AuditKind.CASE, cases().size() + 1))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems().getFirst().field()).isEqualTo("size"));
    }

    @Test
    void ofAMeetingTheScorerReadsTheApprovedMinutes() {
        var meeting = meetings.started(circle, meetings.accepted(circle, 2), 1);
        meetings.complete(circle, meeting, "STAY", null);
        meetings.close(circle, meeting);
        var unit = circle.unit();
        var ofMeeting = stories.as(unit, () -> minutes.ofMeeting(meeting, unit)).orElseThrow().id();
        people.as(unit, () -> minutes.sendToChair(ofMeeting, unit));
        people.as(circle.chair(), () -> minutes.approve(ofMeeting, circle.chair()));
        assertThatThrownBy(() -> read(board.first(), ofMeeting)).isInstanceOf(NotFound.class);
        // begun before its day: the day that counts is the one it was arranged for
        execute(
                "update meeting set starts_at = now() - interval '1 hour' where id = '%s'"
                        .formatted(meeting));
        var id = stories.drawn(board, AuditKind.MEETING, 1);
        assertThat(sample(board.first(), id, 1).minutes()).isEqualTo("/minutes/" + ofMeeting);
        assertThat(read(board.first(), ofMeeting).parts())
                .anyMatch(part -> part.key().equals("victims"));
        assertThatThrownBy(
                        () ->
                                stories.as(
                                        board.first(),
                                        () -> minutes.takeAsFile(ofMeeting, "PDF", board.first())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aPublishedFormStaysAndItsNextVersionNamesIt() {
        var id = stories.form(board, AuditKind.CASE);
        var write =
                new WriteForm(
                        "Other",
                        ScoreScale.THREE_OR_ONE,
                        List.of(new FormPart("A", List.of("B"))),
                        2);
        assertThatThrownBy(
                        () ->
                                people.as(
                                        board.coordinator(),
                                        () -> forms.write(id, write, board.coordinator())))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(
                        () ->
                                execute(
                                        "update quality_form set parts = '[{\"title\": \"A\", \"items\": []}]' where id = '%s'"
                                                .formatted(id)))
                .rootCause()
                .hasMessageContaining("smb_05");
        var next =
                stories.as(
                        board.coordinator(),
                        () -> forms.start(StartForm.next(id), board.coordinator()));
        var shown = stories.as(board.chair(), () -> forms.form(next, board.chair()));
        assertThat(shown.earlierId()).isEqualTo(id);
        assertThat(shown.published()).isFalse();
        assertThat(shown.items()).isEqualTo(3);
    }

    // ---- steps

    private UUID scored() {
        var id = stories.drawn(board, AuditKind.CASE, 2);
        stories.score(board.first(), id, 1, COMMENT, null, 0, 4, 3, null);
        stories.score(board.first(), id, 2, 2, 2, 1);
        stories.score(board.second(), id, 1, 4, 4, 2);
        stories.score(board.second(), id, 2, 1, 2, 3);
        return id;
    }

    private void finish(UUID id) {
        people.as(board.coordinator(), () -> service.finish(id, board.coordinator()));
    }

    private AuditView view(Actor reader, UUID id) {
        return stories.as(reader, () -> service.audit(id, reader));
    }

    private SampleToScore sample(Actor scorer, UUID id, int number) {
        return stories.as(scorer, () -> scoring.sample(id, number, scorer));
    }

    private mappa.meeting.MinutesView read(Actor reader, UUID id) {
        return stories.as(reader, () -> minutes.minutes(id, reader));
    }

    private List<QualityScoring> scorings(Actor reader, UUID id) {
        return people.as(
                reader, () -> QuarkusTransaction.requiringNew().call(() -> audits.scorings(id)));
    }

    // ---- what stands in the database

    private static List<String> cases() {
        return strings(
                """
                select distinct c.id from mappa_case c join level_spell l on l.case_id = c.id
                where c.area = 'OC' and l.superseded_at is null and l.level = 'LEVEL_2'
                """);
    }

    private static List<String> sampled(Actor reader) {
        return strings(
                "select subject_id from case_grant where relation = 'SAMPLE' and principal like '%%%s'"
                        .formatted(reader.personId()));
    }

    private static void execute(String sql) {
        try (var connection = RealParts.as("mappa_owner");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static List<String> strings(String query) {
        try (var connection = RealParts.as("mappa_owner");
                var rows = connection.createStatement().executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
