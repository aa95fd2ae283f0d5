package mappa.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mappa.RealParts;
import mappa.identity.Actor;
import mappa.process.UserTask;
import mappa.process.UserTasks;
import mappa.referral.ReferralStories.Team;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Stories of ballots through the commands, on real PostgreSQL.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class BallotStoriesTest {

    @Inject ReferralService service;
    @Inject ReferralStories stories;
    @Inject UserTasks asked;

    private Team team;

    @BeforeEach
    void seatThePanel() {
        team = stories.team("RS");
    }

    @Test
    @Tag("REF-04")
    @Tag("REF-05")
    void reachEveryDistinctOutcomeAndTellTheEngineTheSame() throws SQLException {
        var outcomes = BallotSequences.distinctOutcomes();
        for (var story : outcomes) {
            var id = stories.inScreening(team);
            stories.play(team, id, story.events());

            var end = story.end();
            var view = stories.as(team.referrer(), () -> service.view(id, team.referrer()));
            assertThat(view.summary().state().name())
                    .as("%s", story.events())
                    .isEqualTo(end.state());
            var level = view.summary().level();
            assertThat(level == null ? "-" : level.toString())
                    .as("%s", story.events())
                    .isEqualTo(end.level());
            var told =
                    end.level().equals("-") && !end.state().equals("DECLINED")
                            ? List.of()
                            : counted(end);
            assertThat(ballotsTold(id)).as("%s", story.events()).isEqualTo(told);
        }
        System.out.printf("Ballots: %d distinct outcomes through the commands%n", outcomes.size());
        assertThat(outcomes).hasSizeGreaterThan(30);
    }

    private static List<String> counted(BallotOracle.Position end) {
        return end.counted().stream().map(vote -> end.round() + " " + vote.split(" ")[1]).toList();
    }

    private static List<String> ballotsTold(UUID id) throws SQLException {
        return rows(
                """
                select round || ' ' || (variables ->> 'vote') from outbox
                where thing_id = '%s' and name = 'Task_Vote' order by sequence
                """
                        .formatted(id));
    }

    @Test
    @Tag("ACC-03")
    void passTheWorkOfASeatToWhoeverSitsOnIt() throws SQLException {
        var id = stories.inScreening(team);
        ask(id, 1, "POLICE_DI");
        assertThat(works(id)).containsExactly("OPEN RS-inspector");

        stories.as(
                team.inspector(), () -> service.declareConflict(id, "A cousin", team.inspector()));
        assertThat(works(id)).containsExactly("OPEN RS-deputy-inspector");
        ask(id, 1, "POLICE_DI"); // the engine asks again
        assertThat(works(id)).containsExactly("OPEN RS-deputy-inspector");

        stories.vote(id, team.deputyInspector(), Vote.ACCEPT_2);
        assertThat(works(id)).containsExactly("COMPLETED RS-deputy-inspector");
        ask(id, 1, "POLICE_DI");
        assertThat(works(id)).containsExactly("COMPLETED RS-deputy-inspector");
    }

    @Test
    @Tag("REF-04")
    void leaveNoWorkForSeatsThatThePanelDoesNotNeed() throws SQLException {
        var id = stories.inScreening(team);
        ask(id, 1, "COORDINATOR_A");
        ask(id, 1, "POLICE_DI");
        stories.vote(id, team.coordinatorA(), Vote.DECLINE);
        stories.vote(id, team.coordinatorB(), Vote.DECLINE);
        ask(id, 1, "COORDINATOR_B"); // the engine was late

        assertThat(works(id))
                .containsExactlyInAnyOrder("COMPLETED RS-coordinator-a", "WITHDRAWN RS-inspector");
    }

    private void ask(UUID id, int round, String seat) {
        var system = Actor.system("task");
        var task =
                new UserTask(
                        id,
                        "referral-panel",
                        "Task_Vote",
                        round,
                        seat,
                        "panel-vote",
                        "PANEL_MEMBER");
        stories.as(system, () -> asked.asked(task));
    }

    private static List<String> works(UUID id) throws SQLException {
        return rows(
                """
                select state || ' ' || coalesce(u.display_name, '-') from work_item w
                left join user_account u on u.id = w.holder_id
                where thing_id = '%s' and element = 'Task_Vote' order by opened_at
                """
                        .formatted(id));
    }

    private static List<String> rows(String query) throws SQLException {
        try (var connection = RealParts.as("mappa_owner");
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }
}
