package mappa.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/// The launcher is a project of its own, so some versions stand in two files.
class VersionsTest {
    @Test
    void areTheSameInBothProjects() throws Exception {
        var ours = properties(Path.of("pom.xml"));
        var servers = properties(Path.of("../../pom.xml"));
        var shared = new TreeMap<>(ours);
        shared.keySet().retainAll(servers.keySet());
        assertThat(shared)
                .containsKeys(
                        "postgres-binaries.version",
                        "greenmail.version",
                        "surefire-plugin.version");
        shared.forEach(
                (name, version) -> assertThat(servers).as(name).containsEntry(name, version));
    }

    @Test
    void areKnownToTheLauncher() throws Exception {
        var pinned = properties(Path.of("pom.xml"));
        var versions = Versions.load();
        assertThat(versions.keycloak()).isEqualTo(pinned.get("keycloak.version"));
        assertThat(versions.zeebe()).isEqualTo(pinned.get("zeebe.version"));
        assertThat(versions.postgres()).isEqualTo(pinned.get("postgres-binaries.version"));
        assertThat(versions.repository()).isAbsolute();
    }

    private static Map<String, String> properties(Path pom)
            throws IOException, SAXException, ParserConfigurationException {
        var document =
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(pom.toFile());
        var nodes = document.getElementsByTagName("properties").item(0).getChildNodes();
        var found = new TreeMap<String, String>();
        for (var i = 0; i < nodes.getLength(); i++) {
            found.put(nodes.item(i).getNodeName(), nodes.item(i).getTextContent());
        }
        found.remove("#text");
        found.remove("#comment");
        return found;
    }
}
