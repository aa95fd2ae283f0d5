package mappa.process;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The in-memory engine: quick, and all that happens in it can be read.
final class MemoryEngine implements TestEngine {

    private final ZeebeTestEngine engine;
    private final CamundaClient client;
    private Duration moved = Duration.ZERO;

    MemoryEngine() {
        this(EngineFactory.create());
    }

    private MemoryEngine(ZeebeTestEngine engine) {
        this.engine = engine;
        engine.start();
        client = TestEngine.clientOf(address());
    }

    /// An engine in which everything in `bpmn/` is deployed.
    static MemoryEngine withModels() {
        var engine = new MemoryEngine();
        TestEngine.models().forEach(engine::deploy);
        return engine;
    }

    /// An empty engine at a port where somebody looks for it.
    static MemoryEngine at(int port) {
        return new MemoryEngine(EngineFactory.create(port));
    }

    URI address() {
        return URI.create("http://" + engine.getGatewayAddress());
    }

    @Override
    public CamundaClient client() {
        return client;
    }

    @Override
    public Instant now() {
        return Clock.systemUTC().instant().plus(moved);
    }

    @Override
    public void moveClock(Duration by) {
        engine.increaseTime(by);
        moved = moved.plus(by);
        settle();
    }

    @Override
    public List<String> completedElements(long instance) {
        return elements(instance, ProcessInstanceIntent.ELEMENT_COMPLETED);
    }

    @Override
    public List<String> terminatedElements(long instance) {
        return elements(instance, ProcessInstanceIntent.ELEMENT_TERMINATED);
    }

    /// Ids of the user tasks at which an instance waits.
    List<String> waitingAt(long instance) {
        var open = new LinkedHashMap<Long, String>();
        records()
                .filter(it -> it.getValue() instanceof ProcessInstanceRecordValue)
                .forEach(
                        it -> {
                            var value = (ProcessInstanceRecordValue) it.getValue();
                            if (value.getProcessInstanceKey() != instance
                                    || value.getBpmnElementType() != BpmnElementType.USER_TASK) {
                                return;
                            }
                            if (it.getIntent() == ProcessInstanceIntent.ELEMENT_ACTIVATED) {
                                open.put(it.getKey(), value.getElementId());
                            } else if (it.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED
                                    || it.getIntent() == ProcessInstanceIntent.ELEMENT_TERMINATED) {
                                open.remove(it.getKey());
                            }
                        });
        return List.copyOf(open.values());
    }

    /// What an instance itself knows under a name, as JSON; null if nothing.
    @Nullable String variable(long instance, String name) {
        return records()
                .filter(it -> it.getValue() instanceof VariableRecordValue)
                .map(it -> (VariableRecordValue) it.getValue())
                .filter(it -> it.getScopeKey() == instance && it.getName().equals(name))
                .map(VariableRecordValue::getValue)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    /// Codes of the errors that workers have thrown.
    List<String> errorCodes() {
        return records()
                .filter(it -> it.getIntent() == JobIntent.ERROR_THROWN)
                .map(it -> ((JobRecordValue) it.getValue()).getErrorCode())
                .toList();
    }

    private List<String> elements(long instance, ProcessInstanceIntent intent) {
        var ids = new ArrayList<String>();
        for (var value : values(intent)) {
            if (value.getProcessInstanceKey() == instance) {
                ids.add(value.getElementId());
            }
        }
        return ids;
    }

    private List<ProcessInstanceRecordValue> values(ProcessInstanceIntent intent) {
        return records()
                .filter(it -> it.getIntent() == intent)
                .map(it -> (ProcessInstanceRecordValue) it.getValue())
                .toList();
    }

    private Stream<Record<?>> records() {
        return StreamSupport.stream(
                engine.getRecordStreamSource().getRecords().spliterator(), false);
    }

    @Override
    public void settle() {
        try {
            engine.waitForIdleState(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            throw new IllegalStateException("The engine did not come to rest", e);
        }
    }

    @Override
    public void close() {
        client.close();
        engine.stop();
    }
}
