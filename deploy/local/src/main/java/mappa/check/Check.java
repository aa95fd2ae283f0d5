package mappa.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mappa.check.TestRun.Outcome;

/// Tells `deploy/check` what came of the tests.
///
/// - `summary [--fast] <failed stages> <target folder>...` names what failed and what ran nothing,
///   ends with the line `N passed, N failed` and the exit code 1 if anything did;
/// - `failed <target folder> <Class#method>` has the exit code 0 if that test failed, 1 if it
///   passed, 2 if it did not run.
final class Check {
    private Check() {}

    public static void main(String[] words) throws IOException {
        switch (words[0]) {
            case "summary" ->
                    System.exit(summary(new ArrayList<>(List.of(words).subList(1, words.length))));
            case "failed" -> System.exit(failed(Path.of(words[1]), words[2]));
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private static int summary(List<String> words) throws IOException {
        var fast = words.remove("--fast");
        var failedStages = Integer.parseInt(words.removeFirst());
        var passed = 0L;
        var skipped = 0L;
        var failed = (long) failedStages;
        for (var word : words) {
            var target = Path.of(word);
            var run = TestRun.read(reports(target));
            for (var failure : run.failures()) {
                IO.println(
                        "FAILED   %s#%s: %s"
                                .formatted(failure.type(), failure.name(), failure.message()));
            }
            var silent =
                    silent(
                            TestClasses.in(target.resolve("test-classes")),
                            run.typesThatRan(),
                            fast);
            for (var type : silent) {
                IO.println(
                        "SILENT   %s ran no test: is it named *Test or *IT, and known to a test engine?"
                                .formatted(type));
            }
            passed += run.count(Outcome.PASSED);
            skipped += run.count(Outcome.SKIPPED);
            failed += run.failures().size() + silent.size();
        }
        if (passed == 0) {
            IO.println("No test ran at all.");
            failed++;
        }
        IO.println(
                "%d passed, %d failed%s"
                        .formatted(
                                passed,
                                failed,
                                skipped == 0 ? "" : ", %d skipped".formatted(skipped)));
        return failed == 0 ? 0 : 1;
    }

    /// The classes that should have run tests and did not.
    ///
    /// @param fast integration tests were left out on purpose
    static List<String> silent(Set<String> expected, Set<String> ran, boolean fast) {
        return expected.stream()
                .filter(name -> !(fast && TestClasses.isIntegrationTest(name)))
                // tests of a nested class stand under its own name, those of an outer one may all
                // be nested
                .filter(
                        name ->
                                ran.stream()
                                        .noneMatch(
                                                one ->
                                                        one.equals(name)
                                                                || one.startsWith(name + "$")))
                .toList();
    }

    private static int failed(Path target, String test) throws IOException {
        var run = TestRun.read(reports(target));
        return run.failed(test) ? 0 : run.ran(test) ? 1 : 2;
    }

    private static List<Path> reports(Path target) {
        return List.of(target.resolve("surefire-reports"), target.resolve("failsafe-reports"));
    }
}
