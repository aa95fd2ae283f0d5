package mappa.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// What the reports of a test run tell.
record TestRun(List<Case> cases) {

    enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }

    /// @param type binary name of the class
    /// @param name of the method; those with parameters have those behind it
    /// @param message first line of what went wrong, empty if nothing did
    record Case(String type, String name, Outcome outcome, String message) {}

    /// Reads every `TEST-*.xml` of the folders; a folder that is not there holds none.
    static TestRun read(List<Path> folders) throws IOException {
        var cases = new ArrayList<Case>();
        for (var folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (var files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
                for (var file : files) {
                    cases.addAll(read(file));
                }
            }
        }
        return new TestRun(cases);
    }

    private static List<Case> read(Path file) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var document = factory.newDocumentBuilder().parse(file.toFile());
            var nodes = document.getElementsByTagName("testcase");
            var cases = new ArrayList<Case>();
            for (var i = 0; i < nodes.getLength(); i++) {
                cases.add(readCase((Element) nodes.item(i)));
            }
            return cases;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is not a test report", e);
        }
    }

    private static Case readCase(Element element) {
        var outcome = Outcome.PASSED;
        var message = "";
        for (var kind : List.of("failure", "error")) {
            var found = element.getElementsByTagName(kind);
            if (found.getLength() > 0) {
                outcome = Outcome.FAILED;
                var said = ((Element) found.item(0)).getAttribute("message");
                message =
                        said.lines()
                                .findFirst()
                                .orElse(((Element) found.item(0)).getAttribute("type"));
            }
        }
        if (outcome == Outcome.PASSED && element.getElementsByTagName("skipped").getLength() > 0) {
            outcome = Outcome.SKIPPED;
        }
        return new Case(
                element.getAttribute("classname"), element.getAttribute("name"), outcome, message);
    }

    long count(Outcome outcome) {
        return cases.stream().filter(one -> one.outcome() == outcome).count();
    }

    List<Case> failures() {
        return cases.stream().filter(one -> one.outcome() == Outcome.FAILED).toList();
    }

    /// The classes of which at least one test ran to its end, good or bad.
    Set<String> typesThatRan() {
        return cases.stream()
                .filter(one -> one.outcome() != Outcome.SKIPPED)
                .map(Case::type)
                .collect(Collectors.toSet());
    }

    /// Whether that very test failed.
    ///
    /// @param test `SimpleClass#method`
    boolean failed(String test) {
        return failures().stream().anyMatch(one -> isNamed(one, test));
    }

    /// Whether that very test ran, good or bad.
    boolean ran(String test) {
        return cases.stream()
                .anyMatch(one -> one.outcome() != Outcome.SKIPPED && isNamed(one, test));
    }

    private static boolean isNamed(Case one, String test) {
        var parts = test.split("#", 2);
        var name = one.name().split("[^A-Za-z0-9_$]", 2)[0];
        var type = one.type().substring(one.type().lastIndexOf('.') + 1);
        return (type.equals(parts[0]) || one.type().equals(parts[0])) && name.equals(parts[1]);
    }
}
