package mappa.process;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.camunda.client.CamundaClient;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/// Brings the models of this product to the engine, each time it appears. A model that the engine
/// has already is not deployed again.
@ApplicationScoped
class Deployment {

    private static final Logger LOG = Logger.getLogger(Deployment.class);

    /// The first deployment of a cold engine took up to 9 seconds.
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    void deploy(@Observes @Priority(1) Engine.EngineFound engine) {
        var models = models();
        if (models.isEmpty()) {
            throw new IllegalStateException("no models in bpmn/");
        }
        deploy(engine.client(), models);
        LOG.infof("Deployed %s", models.keySet());
    }

    private static void deploy(CamundaClient client, Map<String, byte[]> models) {
        var command = client.newDeployResourceCommand();
        var names = models.keySet().iterator();
        var first = names.next();
        var all = command.addResourceBytes(models.get(first), first);
        while (names.hasNext()) {
            var name = names.next();
            all = all.addResourceBytes(models.get(name), name);
        }
        all.requestTimeout(TIMEOUT).send().join(TIMEOUT.toSeconds(), SECONDS);
    }

    /// All of them in one deployment, so that a process finds its decisions.
    private static Map<String, byte[]> models() {
        var models = new TreeMap<String, byte[]>();
        try {
            ClassPathUtils.consumeAsPaths(
                    "bpmn",
                    folder -> {
                        try (var files = Files.list(folder)) {
                            files.filter(file -> file.toString().matches(".*\\.(bpmn|dmn)"))
                                    .forEach(file -> models.put(name(file), read(file)));
                        } catch (IOException broken) {
                            throw new UncheckedIOException(broken);
                        }
                    });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return models;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
