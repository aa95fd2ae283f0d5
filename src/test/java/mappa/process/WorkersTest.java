package mappa.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import mappa.RealParts;
import mappa.task.TaskSource;
import org.junit.jupiter.api.Test;

/// The models against the features: what the one asks, the others answer.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class WorkersTest {

    private static final Pattern JOB_TYPE = Pattern.compile("taskDefinition type=\"([^\"]+)\"");
    private static final Pattern PROCESS = Pattern.compile("<bpmn:process id=\"([^\"]+)\"");

    @Inject FeatureWorkers workers;
    @Inject @Any Instance<TaskSource> sources;

    @Test
    void eachJobTypeOfTheModelsHasOneWorkerAndEachWorkerAJobType() throws IOException {
        var handled = new TreeSet<>(workers.byType().keySet());
        handled.remove(RelayPanel.DEADLINE); // of the tests' own process
        assertThat(handled).containsExactlyElementsOf(new TreeSet<>(inModels(JOB_TYPE)));
    }

    @Test
    void eachProcessHasOneFeatureThatDescribesItsTasks() throws IOException {
        var described = new ArrayList<String>();
        sources.forEach(source -> described.add(source.process()));
        described.remove("relay-panel");
        assertThat(described).containsExactlyInAnyOrderElementsOf(inModels(PROCESS));
    }

    private static List<String> inModels(Pattern pattern) throws IOException {
        var found = new ArrayList<String>();
        for (var model : TestEngine.models()) {
            var matcher = pattern.matcher(Files.readString(model));
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }
}
