package mappa.check;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The compiled classes that ought to run tests: those that hold a test method, and those that are
/// named like one. Read from the class files, so it does not matter what any test engine makes of
/// them.
final class TestClasses {
    private static final Set<String> TEST_ANNOTATIONS =
            Set.of(
                    "Lorg/junit/jupiter/api/Test;",
                    "Lorg/junit/jupiter/api/RepeatedTest;",
                    "Lorg/junit/jupiter/api/TestFactory;",
                    "Lorg/junit/jupiter/api/TestTemplate;",
                    "Lorg/junit/jupiter/params/ParameterizedTest;",
                    "Lnet/jqwik/api/Property;",
                    "Lnet/jqwik/api/Example;",
                    "Lcom/tngtech/archunit/junit/ArchTest;");

    private TestClasses() {}

    /// Binary names, sorted.
    static Set<String> in(Path classes) throws IOException {
        var found = new TreeSet<String>();
        for (var file : files(classes)) {
            var model = ClassFile.of().parse(file);
            var name = model.thisClass().asInternalName().replace('/', '.');
            if (!model.flags().has(AccessFlag.ABSTRACT)
                    && (isNamedLikeATest(name) || hasTests(model))) {
                found.add(name);
            }
        }
        return found;
    }

    /// Whether it belongs to the stage of the real parts.
    static boolean isIntegrationTest(String name) {
        return outermost(name).endsWith("IT");
    }

    private static boolean isNamedLikeATest(String name) {
        return !name.contains("$") && (name.endsWith("Test") || name.endsWith("IT"));
    }

    private static String outermost(String name) {
        var nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    private static boolean hasTests(ClassModel model) {
        return model.methods().stream().anyMatch(TestClasses::isTest);
    }

    private static boolean isTest(MethodModel method) {
        return method.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(attribute -> attribute.annotations().stream())
                .anyMatch(
                        annotation ->
                                TEST_ANNOTATIONS.contains(annotation.className().stringValue()));
    }

    private static List<Path> files(Path classes) throws IOException {
        var files = new ArrayList<Path>();
        if (Files.isDirectory(classes)) {
            try (var walk = Files.walk(classes)) {
                walk.filter(file -> file.toString().endsWith(".class")).forEach(files::add);
            }
        }
        return files;
    }
}
