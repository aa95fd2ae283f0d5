package mappa.web;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/// Where the design systems' files are: the version stands in the path.
@ApplicationScoped
@Unremovable // templates look it up by themselves
class Assets {

    private final Map<String, String> versions = new ConcurrentHashMap<>();

    String path(String jar, String file) {
        return "/webjars/%s/%s/%s"
                .formatted(jar, versions.computeIfAbsent(jar, Assets::version), file);
    }

    private static String version(String jar) {
        var file = "META-INF/maven/org.webjars.npm/" + jar + "/pom.properties";
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException broken) {
            throw new UncheckedIOException(file, broken);
        }
    }
}
