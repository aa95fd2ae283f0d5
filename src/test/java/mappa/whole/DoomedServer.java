package mappa.whole;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The product's own jar in place of the running server, which halts where a test says and is then
/// killed there.
///
/// It runs with the same settings, port and data; only the place at which it halts is put in from
/// outside (Byteman), so that nothing in the product knows of it.
final class DoomedServer implements AutoCloseable {

    private final Product product;
    private final Process process;
    private final Path reached;

    private DoomedServer(Product product, Process process, Path reached) {
        this.product = product;
        this.process = process;
        this.reached = reached;
    }

    /// Takes the place of the running server.
    ///
    /// @param place class, method and place of a Byteman rule, for example `CLASS x.Relay\nMETHOD
    ///   tell\nAT ENTRY`
    static DoomedServer haltingAt(Product product, String place) {
        return haltingAt(product, place, "TRUE");
    }

    /// @param condition of a Byteman rule, to halt for one thing only: `$1` is the first parameter
    static DoomedServer haltingAt(Product product, String place, String condition) {
        try {
            var folder = Files.createTempDirectory(product.data().getParent(), "doomed-");
            var reached = folder.resolve("reached");
            var rule = folder.resolve("halt.btm");
            Files.writeString(
                    rule,
                    """
                    RULE halt here
                    %s
                    IF %s
                    DO traceOpen("halt", "%s"), traceln("halt", "here"), traceClose("halt"), delay(600000)
                    ENDRULE
                    """
                            .formatted(place, condition, reached));
            product.stopPart("server");
            var agent = agent();
            var command =
                    new ArrayList<>(
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                    "-Xmx256m",
                                    "-javaagent:%s=script:%s,boot:%s".formatted(agent, rule, agent),
                                    "-jar",
                                    "target/quarkus-app/quarkus-run.jar"));
            var builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("server.log").toFile());
            builder.environment().putAll(product.serverSettings());
            var doomed = new DoomedServer(product, builder.start(), reached);
            Product.until("the doomed server is ready", doomed::isReady);
            return doomed;
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String agent() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> jar.contains("byteman-"))
                .findFirst()
                .orElseThrow();
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the doomed server ended by itself");
        }
        try {
            return product.get("/q/health/ready").statusCode() == 200;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    /// Waits until it halts at its place, kills it there with SIGKILL, and starts the real server
    /// again.
    void dieThere() {
        Product.until("the place was reached", () -> Files.exists(reached));
        kill();
        product.startPart("server");
    }

    private void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
            product.startPart("server");
        }
    }
}
