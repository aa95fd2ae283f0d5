package mappa;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import mappa.identity.Operation;
import mappa.identity.Requires;
import org.jspecify.annotations.Nullable;

/// Every way into the server that an endpoint method opens, read from the methods themselves.
final class Routes {

    private Routes() {}

    /// @param path with its parameters in braces: `/referrals/{id}/votes`
    /// @param operation its row of the policy; null where it names none, which a test refuses
    /// @param consumes media type that it reads; null where any
    record Route(
            String method,
            String path,
            @Nullable Operation operation,
            @Nullable String consumes,
            String endpoint) {

        boolean isApi() {
            return path.startsWith("/api/");
        }

        boolean isRead() {
            return method.equals("GET");
        }

        boolean isAboutOneRecord() {
            return path.contains("{");
        }

        /// The path with an id in place of its first parameter, and of each other one.
        String with(UUID id) {
            return path.replaceAll("\\{[^}]+}", id.toString());
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Route> all() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("mappa")
                        .stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                        .map(JavaMethod::reflect)
                        .map(Routes::route)
                        .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                        .toList();
    }

    private static Route route(Method method) {
        var type = method.getDeclaringClass().getAnnotation(Path.class);
        var own = method.getAnnotation(Path.class);
        var requires = method.getAnnotation(Requires.class);
        var consumes =
                method.isAnnotationPresent(Consumes.class)
                        ? method.getAnnotation(Consumes.class)
                        : method.getDeclaringClass().getAnnotation(Consumes.class);
        return new Route(
                verb(method),
                joined(type == null ? "" : type.value(), own == null ? "" : own.value()),
                requires == null ? null : requires.value(),
                consumes == null ? null : consumes.value()[0],
                method.getDeclaringClass().getSimpleName() + "." + method.getName());
    }

    private static String verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findFirst()
                .orElseThrow();
    }

    /// `{id: [0-9]+}` is `{id}`, slashes stand once.
    private static String joined(String first, String second) {
        var path = ("/" + first + "/" + second).replaceAll("\\{\\s*(\\w+)[^}]*}", "{$1}");
        path = path.replaceAll("/+", "/");
        return path.length() > 1 && path.endsWith("/")
                ? path.substring(0, path.length() - 1)
                : path;
    }
}
