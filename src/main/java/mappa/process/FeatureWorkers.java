package mappa.process;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import mappa.rule.RuleBroken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The methods of features that handle jobs.
@ApplicationScoped
class FeatureWorkers {

    private static final Logger LOG = Logger.getLogger(FeatureWorkers.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Map<String, Handler> byType;
    private final EngineJobs jobs;
    private final JobContext context;
    private final ForeignInstances foreign;
    private final Counter incidents;

    FeatureWorkers(
            BeanManager beans,
            EngineJobs jobs,
            JobContext context,
            ForeignInstances foreign,
            MeterRegistry meters) {
        this.byType = find(beans);
        this.jobs = jobs;
        this.context = context;
        this.foreign = foreign;
        this.incidents =
                Counter.builder("mappa.process.incidents")
                        .description("jobs that were tried in vain and stop their process")
                        .register(meters);
    }

    /// A method that handles one type of job.
    record Handler(Class<?> bean, Method method, Class<?> variables) {

        static Handler of(Class<?> bean, Method method) {
            var answer = method.getReturnType();
            var shaped =
                    method.getParameterCount() == 1
                            && method.getParameterTypes()[0].isRecord()
                            && (answer == void.class || answer.isRecord());
            if (!shaped) {
                throw new IllegalStateException(
                        method + ": takes one record and answers a record or nothing");
            }
            method.setAccessible(true); // workers are as little public as the rest of a feature
            return new Handler(bean, method, method.getParameterTypes()[0]);
        }

        @Nullable Record run(String json) throws Exception {
            var argument = Variables.JSON.readValue(json, variables);
            try {
                return (Record) method.invoke(Arc.container().instance(bean).get(), argument);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause() instanceof Exception cause ? cause : thrown;
            }
        }
    }

    private static Map<String, Handler> find(BeanManager beans) {
        var found = new TreeMap<String, Handler>();
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            for (var method : bean.getBeanClass().getDeclaredMethods()) {
                var handles = method.getAnnotation(Handles.class);
                if (handles == null) {
                    continue;
                }
                var other = found.put(handles.value(), Handler.of(bean.getBeanClass(), method));
                if (other != null && !other.method().equals(method)) {
                    throw new IllegalStateException("two workers for " + handles.value());
                }
            }
        }
        return found;
    }

    /// Job types that a feature handles, with their methods.
    Map<String, Handler> byType() {
        return byType;
    }

    void handle(String type, ActivatedJob job, CamundaClient commands) {
        var arrived =
                new EngineJobs.Job(
                        job.getKey(),
                        job.getProcessInstanceKey(),
                        job.getBpmnProcessId(),
                        job.getRetries(),
                        job.getVariablesAsMap());
        try {
            if (jobs.claim(arrived).isEmpty()) {
                foreign.cancel(commands, job.getProcessInstanceKey());
                return;
            }
            var handler = byType.get(type);
            var answer =
                    context.run(type, job.getKey(), () -> outcome(handler, job.getVariables()));
            switch (answer) {
                case Outcome.Answered(var variables) ->
                        commands.newCompleteCommand(job.getKey())
                                .variables(variables)
                                .send()
                                .join(Engine.PATIENCE, SECONDS);
                case Outcome.Refused(var rule) ->
                        commands.newThrowErrorCommand(job.getKey())
                                .errorCode(rule)
                                .send()
                                .join(Engine.PATIENCE, SECONDS);
                case Outcome.Failed(var error) -> fail(job, commands, error);
            }
        } catch (RuntimeException notTold) {
            // The engine hands the job over again when its lease ends.
            LOG.warnf(
                    "Job %d of type %s not answered: %s", job.getKey(), type, notTold.getMessage());
        }
    }

    private sealed interface Outcome {
        record Answered(String variables) implements Outcome {}

        record Refused(String rule) implements Outcome {}

        record Failed(Exception error) implements Outcome {}
    }

    private static Outcome outcome(Handler handler, String variables) {
        try {
            return new Outcome.Answered(Variables.ofRecord(handler.run(variables)));
        } catch (RuleBroken broken) {
            return new Outcome.Refused(broken.rule().id());
        } catch (JsonProcessingException misshapen) {
            return new Outcome.Failed(new IllegalArgumentException("variables", misshapen));
        } catch (Exception failure) {
            return new Outcome.Failed(failure);
        }
    }

    /// Tried again after a pause that doubles; after the last time the process stops there,
    /// visibly.
    private void fail(ActivatedJob job, CamundaClient commands, Exception error) {
        var left = job.getRetries() - 1;
        LOG.errorf(
                error,
                "Job %d of type %s failed, %d tries left",
                job.getKey(),
                job.getType(),
                left);
        if (left == 0) {
            incidents.increment();
        }
        var pause = Math.min(LONGEST_PAUSE.toMillis(), 1_000L << Math.max(0, 3 - left) * 2);
        commands.newFailCommand(job.getKey())
                .retries(left)
                .retryBackoff(Duration.ofMillis(pause))
                .errorMessage(error.getClass().getSimpleName()) // no text: it may name somebody
                .send()
                .join(Engine.PATIENCE, SECONDS);
    }
}
