package mappa.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The server is killed with SIGKILL between two steps that belong together: nothing is lost,
/// nothing happens twice.
class KilledServerIT {

    private final Product product = Product.get();

    @Test
    void betweenCommitAndRelay() {
        try (var story = new Story()) {
            var id = story.draft("referrer.probation", "Marrowby", LocalDate.of(1979, 5, 5));
            try (var doomed =
                    DoomedServer.haltingAt(
                            product, "CLASS mappa.process.Relay\nMETHOD tell\nAT ENTRY")) {
                story.send("referrer.probation", id);
                doomed.dieThere();
            }
            assertThat(story.as("referrer.probation").go("/referrals/" + id).text())
                    .as("the referral was sent, before and after")
                    .doesNotContain("Draft");
            isAskedOnce(id, "Task_CheckCompleteness");
            nothingIsLeftToSay(id);
        }
    }

    @Test
    void betweenRelayAndMark() {
        try (var story = new Story()) {
            var id = story.inScreening("Nettlewick", LocalDate.of(1981, 6, 6));
            isAskedOnce(id, "Task_Vote");
            story.vote("coordinator.a", id, "DECLINE");
            try (var doomed =
                    DoomedServer.haltingAt(
                            product, "CLASS mappa.process.RelayQueue\nMETHOD sent\nAT ENTRY")) {
                story.vote("police.di", id, "DECLINE");
                doomed.dieThere();
            }
            isAskedOnce(id, "Task_SendFeedback");
            nothingIsLeftToSay(id);
            assertThat(open(id, "Task_Vote")).as("votes still asked").isZero();
            assertThat(story.as("coordinator.b").go("/referrals/" + id + "/decision").text())
                    .contains("Declined");
        }
    }

    /// The deadline worker has committed and the engine has not heard: it hands the job over again.
    @Test
    @Tag("REF-11")
    void betweenDomainCommitAndJobCompletion() {
        try (var story = new Story()) {
            var id = story.draft("referrer.probation", "Oxenbrake", LocalDate.of(1990, 7, 7));
            story.send("referrer.probation", id);
            isAskedOnce(id, "Task_CheckCompleteness");
            product.stopPart("zeebe");
            story.check("administrator", id);
            var reference = story.reference("administrator", id);
            thePanelWasDueTwoWeeksAgo(id);
            long job;
            try (var doomed =
                    DoomedServer.haltingAt(
                            product,
                            "CLASS mappa.process.FeatureWorkers\nMETHOD handle\nAFTER INVOKE run",
                            "$2.getVariables().contains(\"%s\")".formatted(id))) {
                product.startPart("zeebe");
                Product.until(
                        "the deadlines have acted", () -> happened(id, "referral-chair-told") == 1);
                everyoneIsToldOnce(reference); // none that was under way is left in doubt
                doomed.dieThere();
                job = jobThatReminded(id);
                assertThat(engineAwaits(job)).as("the job is not completed when it dies").isTrue();
            }
            Product.until("the engine has its answer", () -> !engineAwaits(job));
            nothingIsLeftToSay(id);
            isAskedOnce(id, "Task_Vote");
            assertThat(open(id, "Task_Vote")).as("the panel still votes").isEqualTo(3);
            for (var what :
                    new String[] {
                        "referral-seats-reminded", "referral-panel-late", "referral-chair-told"
                    }) {
                assertThat(happened(id, what)).as(what).isEqualTo(1);
            }
            assertThat(asked(id, "chase-panel")).as("chases").isEqualTo(1);
            everyoneIsToldOnce(reference);
        }
    }

    private void thePanelWasDueTwoWeeksAgo(String id) {
        product.change(
                """
                update referral set panel_due_on = current_date - 14,
                    sent_to_panel_at = now() - interval '28 days', clock_started_at = now() - interval '28 days'
                where id = ?
                """,
                UUID.fromString(id));
        var toldOf =
                product.change(
                        """
                        update outbox set variables = jsonb_set(variables, '{nextDeadlineAt}', '"2026-01-05T09:00:00Z"')
                        where thing_id = ? and variables ->> 'nextDeadlineAt' is not null and state = 'PENDING'
                        """,
                        UUID.fromString(id));
        assertThat(toldOf).as("commands that tell the engine of the deadline").isPositive();
    }

    /// The number of the engine's job, by which what it did stands in the audit.
    private long jobThatReminded(String id) {
        return product.count(
                """
                select cast(substr(correlation_id, length('job-') + 1) as bigint) from audit_event
                where event = 'referral-seats-reminded' and subject_ids @> array[?]
                """,
                UUID.fromString(id));
    }

    private long happened(String id, String event) {
        return product.count(
                "select count(*) from audit_event where event = ? and subject_ids @> array[?]",
                event,
                UUID.fromString(id));
    }

    private boolean engineAwaits(long job) {
        var gateway =
                URI.create("http://127.0.0.1:" + product.run().get("ports").get("zeebe").asInt());
        try (var client =
                CamundaClient.newClientBuilder()
                        .grpcAddress(gateway)
                        .preferRestOverGrpc(false)
                        .build()) {
            client.newUpdateRetriesCommand(job).retries(3).send().join();
            return true;
        } catch (ClientStatusException refused) {
            if (refused.getStatusCode() == Status.Code.NOT_FOUND) {
                return false;
            }
            throw refused;
        }
    }

    /// Of each kind of notice there are as many mails as people to tell.
    private void everyoneIsToldOnce(String reference) {
        var told = "select count(*) from notice where reference = ? and state = '%s'";
        Product.until(
                "every notice was sent",
                () -> product.count(told.formatted("PENDING"), reference) == 0);
        var mails = product.mails().stream().filter(mail -> mail.contains(reference)).count();
        assertThat(mails)
                .as("mails about " + reference)
                .isPositive()
                .isEqualTo(product.count(told.formatted("SENT"), reference));
    }

    private void isAskedOnce(String id, String element) {
        Product.until(element + " is asked", () -> asked(id, element) > 0);
        assertThat(
                        product.count(
                                "select count(*) from process_instance where thing_id = ?",
                                UUID.fromString(id)))
                .as("instances")
                .isEqualTo(1);
        var seats = element.equals("Task_Vote") ? 3 : 1;
        Product.until(element + " is asked of everybody", () -> asked(id, element) == seats);
    }

    private long asked(String id, String element) {
        return product.count(
                "select count(*) from work_item where thing_id = ? and element = ?",
                UUID.fromString(id),
                element);
    }

    private long open(String id, String element) {
        return product.count(
                "select count(*) from work_item where thing_id = ? and element = ? and state = 'OPEN'",
                UUID.fromString(id),
                element);
    }

    private void nothingIsLeftToSay(String id) {
        Product.until(
                "the outbox of the referral is empty",
                () ->
                        product.count(
                                        "select count(*) from outbox where thing_id = ? and state <> 'SENT'",
                                        UUID.fromString(id))
                                == 0);
    }
}
