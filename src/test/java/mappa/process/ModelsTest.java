package mappa.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.model.xml.ModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Reads every file in `bpmn/`.
class ModelsTest {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

    /// What has an id but is not drawn.
    private static final Set<String> NOT_DRAWN = Set.of("message", "process", "definitions");

    static List<Path> models() {
        return TestEngine.models();
    }

    static List<Path> processes() {
        return models().stream().filter(file -> file.toString().endsWith(".bpmn")).toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void theNameOfTheFileIsTheIdOfItsProcessOrDecision(Path file) throws Exception {
        var name = file.getFileName().toString().replaceFirst("\\.(bpmn|dmn)$", "");
        var kind = file.toString().endsWith(".bpmn") ? "process" : "decision";
        assertThat(elements(read(file), kind))
                .extracting(it -> it.getAttribute("id"))
                .containsExactly(name);
        assertThat(name).matches("[a-z]+(-[a-z]+)*");
    }

    @ParameterizedTest
    @MethodSource("models")
    void idsSayWhatTheyAre(Path file) throws Exception {
        var ids =
                all(read(file))
                        .map(it -> it.getAttribute("id"))
                        .filter(id -> !id.isEmpty())
                        .filter(id -> !id.endsWith("_di"))
                        .toList();
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
        assertThat(ids)
                .as("Give each element the name of its label: Task_CheckCompleteness")
                .noneMatch(id -> id.matches("(?i).*_[0-9a-z]*[0-9][0-9a-z]{5,}.*"))
                .allMatch(id -> id.matches("[A-Z][A-Za-z]+(_[A-Z][A-Za-z0-9]+)+|[a-z]+(-[a-z]+)*"));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void idsOfTasksEventsAndGatewaysCarryTheirKind(Path file) throws Exception {
        for (var element : drawn(read(file)).toList()) {
            var prefix =
                    switch (element.getLocalName()) {
                        case "sequenceFlow" -> "Flow_";
                        case "subProcess" -> "Sub_";
                        case String name when name.endsWith("Gateway") -> "Gateway_";
                        case String name when name.endsWith("Event") -> "Event_";
                        default -> "Task_";
                    };
            assertThat(element.getAttribute("id")).startsWith(prefix);
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyElementIsDrawnOnce(Path file) throws Exception {
        var model = read(file);
        var drawn =
                Stream.of("BPMNShape", "BPMNEdge")
                        .flatMap(kind -> elements(model, kind).stream())
                        .map(it -> it.getAttribute("bpmnElement"))
                        .toList();
        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(
                        drawn(model).map(it -> it.getAttribute("id")).toList());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void shapesDoNotOverlap(Path file) throws Exception {
        var model = read(file);
        var boxes =
                elements(model, "BPMNShape").stream()
                        .filter(it -> !it.getAttribute("bpmnElement").startsWith("Sub_"))
                        .filter(it -> !isBoundary(model, it.getAttribute("bpmnElement")))
                        .map(Box::of)
                        .toList();
        for (var i = 0; i < boxes.size(); i++) {
            for (var j = i + 1; j < boxes.size(); j++) {
                assertThat(boxes.get(i).overlaps(boxes.get(j)))
                        .as("%s over %s", boxes.get(i), boxes.get(j))
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everythingThatPeopleReadHasALabel(Path file) throws Exception {
        for (var element : drawn(read(file)).toList()) {
            var kind = element.getLocalName();
            var fork = kind.equals("exclusiveGateway") && elements(element, "outgoing").size() > 1;
            if (fork || kind.endsWith("Task") || kind.endsWith("Event")) {
                assertThat(element.getAttribute("name"))
                        .as(element.getAttribute("id"))
                        .isNotBlank();
            }
            if (fork) {
                assertThat(element.getAttribute("name")).endsWith("?");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void userTasksSayWhatAndWhoTheyAskAndWhichRoundItIs(Path file) throws Exception {
        for (var task : elements(read(file), "userTask")) {
            assertThat(task.getElementsByTagNameNS(ZEEBE, "userTask").getLength())
                    .as("%s: native user tasks cannot be completed over gRPC", file)
                    .isZero();
            assertThat(elements(task, "header"))
                    .extracting(it -> it.getAttribute("key"))
                    .contains("taskKind", "candidateRole");
            assertThat(elements(task, "input"))
                    .extracting(it -> it.getAttribute("target"))
                    .contains("round");
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void messagesAreCorrelatedByTheThingAlone(Path file) throws Exception {
        var keys = new HashSet<String>();
        elements(read(file), "subscription")
                .forEach(it -> keys.add(it.getAttribute("correlationKey")));
        assertThat(keys).hasSize(1).allMatch(key -> key.matches("=[a-z][A-Za-z]*Id"));
    }

    /// The newer validators are looser: they let pass what the oldest engine refuses.
    @ParameterizedTest
    @MethodSource("processes")
    void theOldestSupportedEngineAcceptsTheModel(Path file) throws Exception {
        try (var validators = OldestEngine.load()) {
            assertThat(validators.problems(Files.newInputStream(file))).isEmpty();
        }
    }

    @Test
    void theOldestSupportedEngineRefusesWhatItDoesNotKnow() throws Exception {
        var listener =
                """
                <zeebe:executionListeners>
                  <zeebe:executionListener eventType="end" type="listener" />
                </zeebe:executionListeners>
                <zeebe:taskHeaders>""";
        var newer =
                Files.readString(Path.of("bpmn/referral-panel.bpmn"))
                        .replaceFirst("<zeebe:taskHeaders>", listener);
        try (var validators = OldestEngine.load()) {
            var problems = validators.problems(new ByteArrayInputStream(newer.getBytes(UTF_8)));
            assertThat(problems).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void theEngineAcceptsEachModelWithItsExpressions(Path file) {
        try (var engine = new MemoryEngine()) {
            for (var decision : models()) {
                if (decision.toString().endsWith(".dmn")) {
                    engine.deploy(decision);
                }
            }
            engine.deploy(file);
        }
    }

    private static Document read(Path file) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        try (var content = Files.newInputStream(file)) {
            return factory.newDocumentBuilder().parse(content);
        }
    }

    private static Stream<Element> all(Document model) {
        return elements(model, "*").stream();
    }

    private static List<Element> elements(Document model, String name) {
        return elements(model.getDocumentElement(), name);
    }

    private static List<Element> elements(Element parent, String name) {
        var found = new ArrayList<Element>();
        var nodes = parent.getElementsByTagNameNS("*", name);
        for (var i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    /// Flow nodes and sequence flows.
    private static Stream<Element> drawn(Document model) {
        return all(model)
                .filter(it -> BPMN.equals(it.getNamespaceURI()))
                .filter(it -> it.hasAttribute("id"))
                .filter(it -> !NOT_DRAWN.contains(it.getLocalName()))
                .filter(it -> !it.getLocalName().endsWith("EventDefinition"));
    }

    private static boolean isBoundary(Document model, String id) {
        return elements(model, "boundaryEvent").stream()
                .anyMatch(it -> it.getAttribute("id").equals(id));
    }

    private record Box(String element, double x, double y, double width, double height) {

        static Box of(Element shape) {
            var bounds = elements(shape, "Bounds").getFirst();
            return new Box(
                    shape.getAttribute("bpmnElement"),
                    Double.parseDouble(bounds.getAttribute("x")),
                    Double.parseDouble(bounds.getAttribute("y")),
                    Double.parseDouble(bounds.getAttribute("width")),
                    Double.parseDouble(bounds.getAttribute("height")));
        }

        boolean overlaps(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    /// The model API of the oldest supported engine, beside the newer one that client and test
    /// engine bring: in a class loader of its own and called by reflection.
    private record OldestEngine(URLClassLoader loader) implements AutoCloseable {

        private static final Path MODEL =
                Path.of(
                        System.getProperty("project.build.directory", "target"),
                        "oldest-engine",
                        "zeebe-bpmn-model.jar");

        static OldestEngine load() throws MalformedURLException {
            assertThat(MODEL).as("copied by mvn process-test-resources").exists();
            var libraries = new ArrayList<URL>();
            libraries.add(MODEL.toUri().toURL());
            libraries.add(home(ModelInstance.class));
            libraries.add(home(org.slf4j.Logger.class));
            var loader =
                    new URLClassLoader(
                            libraries.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
            return new OldestEngine(loader);
        }

        private static URL home(Class<?> type) {
            return type.getProtectionDomain().getCodeSource().getLocation();
        }

        /// What is wrong with a model, element and message; empty when nothing is.
        List<String> problems(InputStream content) throws ReflectiveOperationException {
            var bpmn = loader.loadClass(Bpmn.class.getName());
            assertThat(bpmn).isNotSameAs(Bpmn.class);
            var validators =
                    loader.loadClass(
                                    "io.camunda.zeebe.model.bpmn.validation.zeebe"
                                            + ".ZeebeDesignTimeValidators")
                            .getField("VALIDATORS")
                            .get(null);
            Object model;
            try {
                model =
                        bpmn.getMethod("readModelFromStream", InputStream.class)
                                .invoke(null, content);
            } catch (InvocationTargetException e) {
                return List.of(String.valueOf(e.getCause()));
            }
            var modelType = loader.loadClass(ModelInstance.class.getName());
            var results =
                    modelType.getMethod("validate", Collection.class).invoke(model, validators);
            var resultsType =
                    loader.loadClass("org.camunda.bpm.model.xml.validation.ValidationResults");
            if (!(boolean) resultsType.getMethod("hasErrors").invoke(results)) {
                return List.of();
            }
            var found = new ArrayList<String>();
            var byElement = (Map<?, ?>) resultsType.getMethod("getResults").invoke(results);
            var resultType =
                    loader.loadClass("org.camunda.bpm.model.xml.validation.ValidationResult");
            for (var problems : byElement.values()) {
                for (var problem : (Collection<?>) problems) {
                    found.add((String) resultType.getMethod("getMessage").invoke(problem));
                }
            }
            return found;
        }

        @Override
        public void close() throws IOException {
            loader.close();
        }
    }
}
