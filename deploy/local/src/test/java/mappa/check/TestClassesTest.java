package mappa.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Looks at this project's own test classes.
class TestClassesTest {
    @Test
    void findsClassesByTheirNameAndByTheirTests() throws IOException, URISyntaxException {
        var classes =
                Path.of(
                        TestClassesTest.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        assertThat(TestClasses.in(classes))
                .contains(
                        TestClassesTest.class.getName(),
                        CheckTest.class.getName(),
                        "mappa.local.OptionsTest")
                .doesNotContain("mappa.local.package-info");
    }

    @Test
    void tellsTheTestsOfTheRealPartsByTheirName() {
        assertThat(TestClasses.isIntegrationTest("a.StoryIT")).isTrue();
        assertThat(TestClasses.isIntegrationTest("a.StoryIT$Sign")).isTrue();
        assertThat(TestClasses.isIntegrationTest("a.StoryTest")).isFalse();
    }
}
