package mappa.process;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import mappa.identity.Principals;
import mappa.rule.Rule;
import mappa.rule.RuleBroken;
import mappa.task.TaskDetails;
import mappa.task.TaskSource;
import org.jspecify.annotations.Nullable;

/// A feature of its own for the tests of the relay: the panel process under another name, and the
/// least that a feature says about it.
@ApplicationScoped
class RelayPanel implements TaskSource {

    static final String AREA = "RL";
    static final String DEADLINE = "relay.deadline-passed";

    private static final Set<String> KNOWN =
            Set.of(
                    "completeness-check",
                    "amend-referral",
                    "panel-vote",
                    "answer-questions",
                    "send-feedback");

    private final Map<UUID, Set<String>> settled = new ConcurrentHashMap<>();
    private final Queue<UUID> reminded = new ConcurrentLinkedQueue<>();
    private final Queue<UUID> refused = new ConcurrentLinkedQueue<>();

    /// The model of the product with its process, messages and jobs renamed.
    static String model() {
        try {
            return Files.readString(Path.of("bpmn/referral-panel.bpmn"))
                    .replace("\"referral-panel\"", "\"relay-panel\"")
                    .replace("\"referral.", "\"relay.");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The same with a step after the decision that nobody in Java knows.
    static String modelWithASecondLook() {
        var step =
                """
                    <bpmn:userTask id="Task_LookAgain" name="Look again">
                      <bpmn:extensionElements>
                        <zeebe:taskHeaders>
                          <zeebe:header key="taskKind" value="second-look" />
                          <zeebe:header key="candidateRole" value="MAPPA_COORDINATOR" />
                        </zeebe:taskHeaders>
                      </bpmn:extensionElements>
                      <bpmn:incoming>Flow_OutcomeDetermined</bpmn:incoming>
                      <bpmn:outgoing>Flow_LookedAgain</bpmn:outgoing>
                    </bpmn:userTask>
                    <bpmn:sequenceFlow id="Flow_LookedAgain" sourceRef="Task_LookAgain" targetRef="Task_SendFeedback" />
                """;
        var flow =
                "<bpmn:sequenceFlow id=\"Flow_OutcomeDetermined\" sourceRef=\"Task_DetermineOutcome\" targetRef=\"Task_SendFeedback\" />";
        var model = model();
        if (!model.contains(flow)) {
            throw new IllegalStateException("the model changed: adapt this copy of it");
        }
        return model.replace(flow, flow.replace("Task_SendFeedback", "Task_LookAgain") + step)
                .replace(
                        "<bpmn:incoming>Flow_OutcomeDetermined</bpmn:incoming>\n      <bpmn:outgoing>Flow_FeedbackSent",
                        "<bpmn:incoming>Flow_LookedAgain</bpmn:incoming>\n      <bpmn:outgoing>Flow_FeedbackSent");
    }

    /// From now on nobody has to do that of the thing, whatever the engine asks.
    void settle(UUID thing, String elementAndSeat) {
        settled.computeIfAbsent(thing, key -> ConcurrentHashMap.newKeySet()).add(elementAndSeat);
    }

    @Override
    public String process() {
        return "relay-panel";
    }

    @Override
    public Answer describe(UserTask task) {
        var settledHere = settled.getOrDefault(task.thing(), Set.of());
        if (settledHere.contains(task.element() + "/" + task.seat())) {
            return new Answer.Settled();
        }
        return new Answer.Open(
                new TaskDetails(
                        AREA,
                        null,
                        "RL-26-0001/R1",
                        KNOWN.contains(task.kind()) ? "/referrals/" + task.thing() : null,
                        List.of(Principals.unit(AREA)),
                        null,
                        null,
                        null,
                        null));
    }

    record DeadlinePassed(UUID referralId) {}

    record NextDeadline(@Nullable Instant nextDeadlineAt) {}

    /// Running it twice is safe: it only counts.
    @Handles(DEADLINE)
    NextDeadline remind(DeadlinePassed job) {
        reminded.add(job.referralId());
        if (refused.contains(job.referralId())) {
            throw new RuleBroken(
                    new Rule() {
                        @Override
                        public String id() {
                            return "REF-99";
                        }

                        @Override
                        public Kind kind() {
                            return Kind.LOCAL;
                        }
                    },
                    "referral.refused-in-a-test");
        }
        return new NextDeadline(null);
    }

    void refuse(UUID thing) {
        refused.add(thing);
    }

    long reminders(UUID thing) {
        return reminded.stream().filter(thing::equals).count();
    }
}
