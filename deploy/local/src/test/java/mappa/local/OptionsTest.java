package mappa.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private static final Path HOME = Path.of("/project");

    @Test
    void keepsEverythingInTheProjectsDataFolder() {
        var options = options();
        assertThat(options.data()).isEqualTo(Path.of("/project/data"));
        assertThat(options.programs()).isEqualTo(Path.of("/project/data/programs"));
        assertThat(options.ports())
                .containsEntry(Port.HTTP, 8080)
                .containsEntry(Port.DATABASE, 5442);
        assertThat(options.empty()).isFalse();
        assertThat(options.onlyZeebe()).isFalse();
        assertThat(options.zeebeSettings()).isEmpty();
    }

    @Test
    void programsFollowTheDataFolderUnlessTheyAreShared() {
        assertThat(options("--data", "/elsewhere").programs())
                .isEqualTo(Path.of("/elsewhere/programs"));
        assertThat(options("--data", "/a", "--programs", "/b").programs()).isEqualTo(Path.of("/b"));
    }

    @Test
    void aSinglePortWinsOverTheRow() {
        var ports = options("--smtp-port", "2600", "--ports-from", "20000").ports();
        assertThat(ports).containsEntry(Port.HTTP, 20000).containsEntry(Port.SMTP, 2600);
        assertThat(ports.values()).doesNotHaveDuplicates().hasSize(Port.values().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", ""})
    void saysWhatAPortMustBe(String value) {
        assertThatThrownBy(() -> options("--http-port", value))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--http-port")
                .hasMessageContaining("'" + value + "'");
    }

    @Test
    void namesTheOptionItDoesNotKnow() {
        assertThatThrownBy(() -> options("--colour")).hasMessageContaining("'--colour'");
        assertThatThrownBy(() -> options("--data")).hasMessageContaining("--data needs a value");
    }

    @Test
    void handsSettingsOfTestsToTheBroker() {
        var options = options("--only-zeebe", "--zeebe-setting", "A=b=c", "--zeebe-setting", "D=");
        assertThat(options.onlyZeebe()).isTrue();
        assertThat(options.zeebeSettings()).isEqualTo(Map.of("A", "b=c", "D", ""));
        assertThatThrownBy(() -> options("--zeebe-setting", "=b"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("NAME=VALUE")
                .hasMessageContaining("'=b'");
    }

    @Test
    void understandsRequestsToARunningProduct() {
        assertThat(options("--data", "/d", "stop-part", "zeebe").request())
                .contains(new Options.Request("stop-part", "zeebe"));
        assertThat(options("stop").request()).contains(new Options.Request("stop", ""));
    }

    @Test
    void helpNamesEachPort() {
        for (var port : Port.values()) {
            assertThat(Options.help())
                    .contains("--" + port.option, Integer.toString(port.standard));
        }
    }

    private static Options options(String... words) {
        return Options.parse(List.of(words), HOME);
    }
}
