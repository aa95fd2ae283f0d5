package mappa.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/// The versions of the parts, as the launcher's own build pinned them.
///
/// @param repository Maven's local repository at the time of that build; only used to show progress
///   and to find what Maven fetched
record Versions(String keycloak, String postgres, String zeebe, Path repository) {

    static Versions load() {
        var properties = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("/build.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Versions(
                properties.getProperty("keycloak"),
                properties.getProperty("postgres"),
                properties.getProperty("zeebe"),
                Path.of(properties.getProperty("repository")));
    }
}
