package mappa.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mappa.check.TestRun.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestRunTest {
    @TempDir private Path folder;
    private TestRun run;

    @BeforeEach
    void read() throws IOException {
        Files.writeString(
                folder.resolve("TEST-a.OneTest.xml"),
                """
                <testsuite name="a.OneTest">
                  <testcase name="adds" classname="a.OneTest"/>
                  <testcase name="adds(int)[2]" classname="a.OneTest"><failure message="expected 3&#10;but was 4" type="x"/></testcase>
                  <testcase name="addsMore" classname="a.OneTest"><error type="java.io.IOException"/></testcase>
                  <testcase name="waits" classname="a.TwoTest"><skipped/></testcase>
                </testsuite>
                """);
        run = TestRun.read(List.of(folder, folder.resolve("nowhere")));
    }

    @Test
    void countsWhatPassedFailedAndWasSkipped() {
        assertThat(run.count(Outcome.PASSED)).isEqualTo(1);
        assertThat(run.count(Outcome.FAILED)).isEqualTo(2);
        assertThat(run.count(Outcome.SKIPPED)).isEqualTo(1);
        assertThat(run.failures())
                .extracting(TestRun.Case::message)
                .containsExactly("expected 3", "java.io.IOException");
    }

    @Test
    void aSkippedTestHasNotRun() {
        assertThat(run.typesThatRan()).containsExactly("a.OneTest");
        assertThat(run.ran("TwoTest#waits")).isFalse();
    }

    @Test
    void knowsOneTestByItsNameAlone() {
        assertThat(run.failed("OneTest#adds")).isTrue();
        assertThat(run.failed("a.OneTest#addsMore")).isTrue();
        assertThat(run.failed("OneTest#add")).isFalse();
        assertThat(run.failed("TwoTest#adds")).isFalse();
    }
}
