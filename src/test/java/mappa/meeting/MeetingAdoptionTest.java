package mappa.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import mappa.MovedClock;
import mappa.RealParts;
import mappa.caseload.Basis;
import mappa.caseload.CaseloadService;
import mappa.caseload.Category;
import mappa.caseload.Level;
import mappa.caseload.LevelDecision;
import mappa.caseload.LevelSetBy;
import mappa.caseload.OpenEligibility;
import mappa.identity.Principals;
import mappa.referral.ReferralStories;
import mappa.task.OpenWork;
import mappa.task.TaskDetails;
import mappa.task.WorkItemService;
import mappa.time.WorkingDays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Cases from before there were meetings: their work without a process becomes a cycle, once.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class MeetingAdoptionTest {

    @Inject MeetingAdoption adoption;
    @Inject MeetingStories stories;
    @Inject MeetingService service;
    @Inject ReferralStories referrals;
    @Inject CaseloadService caseload;
    @Inject WorkItemService work;
    @Inject MovedClock clock;

    private MeetingStories.Circle circle;

    @BeforeEach
    void people() {
        circle = stories.circle("MA");
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    @Tag("REF-12")
    void acceptedCasesWithoutMeetingsGetTheirCycleOnceFromTheDayOfAcceptance() {
        var accepted = stories.today();
        var referral = UUID.randomUUID();
        var caseId = acceptedBefore(referral, Level.LEVEL_2);
        assertThat(open(referral)).isEqualTo(1);
        clock.move(Duration.ofDays(3));

        adopt();
        adopt();

        var cycle = stories.cycle(circle, caseId);
        assertThat(cycle.level()).isEqualTo(2);
        assertThat(cycle.dueOn()).isEqualTo(WorkingDays.NATIONAL.add(accepted, 20));
        assertThat(open(referral)).isZero();
        assertThat(MeetingServiceTest.outbox(cycle.id()))
                .containsExactly("START meeting.cycle-started");
    }

    @Test
    void aCaseThatHasLeftMeanwhileOnlyLosesItsWork() {
        var referral = UUID.randomUUID();
        var caseId = acceptedBefore(referral, Level.LEVEL_1);

        adopt();

        assertThat(stories.as(circle.unit(), () -> service.cycleOf(caseId, circle.unit())))
                .isEmpty();
        assertThat(open(referral)).isZero();
    }

    private UUID acceptedBefore(UUID referral, Level level) {
        var found = referrals.someCase(circle.team());
        var unit = circle.team().coordinatorA();
        var decision =
                level == Level.LEVEL_1
                        ? new LevelDecision(LevelSetBy.LEAD_AGENCY, "One agency", null)
                        : new LevelDecision(
                                LevelSetBy.SCREENING, found.reference(), UUID.randomUUID());
        var category =
                new OpenEligibility(
                        Category.CATEGORY_1,
                        Basis.STATUTORY,
                        Set.of(),
                        stories.today(),
                        circle.agencies().get(1),
                        level,
                        decision);
        var details =
                new TaskDetails(
                        circle.area(),
                        found.id(),
                        found.reference(),
                        "/cases/" + found.id(),
                        List.of(Principals.unit(circle.area())),
                        null,
                        null,
                        stories.today().plusDays(28),
                        "referral.first-meeting.acceptance");
        stories.as(
                unit,
                () -> {
                    caseload.openEligibility(found.id(), category, unit);
                    return QuarkusTransaction.requiringNew()
                            .call(
                                    () ->
                                            work.open(
                                                    new OpenWork(
                                                            referral,
                                                            "arrange-first-meeting",
                                                            1,
                                                            details),
                                                    unit));
                });
        return found.id();
    }

    private void adopt() {
        stories.as(
                circle.unit(),
                () -> {
                    adoption.adopt();
                    return null;
                });
    }

    private long open(UUID referral) {
        return stories.as(
                circle.unit(),
                () ->
                        work.openWork("arrange-first-meeting", circle.unit()).stream()
                                .filter(one -> one.thing().equals(referral))
                                .count());
    }
}
