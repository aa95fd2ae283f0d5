package mappa.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The unpacked programs. They are not written to once they are there, so that several data folders
/// can share one folder of programs.
final class Programs {
    private static final String DEPENDENCY_PLUGIN =
            "org.apache.maven.plugins:maven-dependency-plugin:3.9.0";
    private static final String POSTGRES_ARCHIVE = "/postgres-linux-x86_64.txz";

    private final Path folder;
    private final Versions versions;
    private final Maven maven;
    private final Steps steps;

    Programs(Path folder, Versions versions, Maven maven, Steps steps) {
        this.folder = folder;
        this.versions = versions;
        this.maven = maven;
        this.steps = steps;
    }

    /// Whether all are there, so that little room is needed on the disk.
    boolean complete() {
        return Files.exists(folder("postgresql", versions.postgres()))
                && Files.exists(folder("zeebe", versions.zeebe()))
                && Files.exists(folder("keycloak", versions.keycloak()));
    }

    /// PostgreSQL comes with the launcher's own libraries.
    Path postgres() {
        var target = folder("postgresql", versions.postgres());
        prepareOnce(
                target,
                () -> {
                    try (var step = steps.begin("Unpacking PostgreSQL " + versions.postgres());
                            var in = Programs.class.getResourceAsStream(POSTGRES_ARCHIVE)) {
                        if (in == null || !System.getProperty("os.arch").equals("amd64")) {
                            throw new Refusal(
                                    "There is no PostgreSQL for %s on %s in the launcher: it runs on Linux on x86-64."
                                            .formatted(
                                                    System.getProperty("os.name"),
                                                    System.getProperty("os.arch")));
                        }
                        Unpacker.unpack(new XZCompressorInputStream(in), 0, target);
                        step.done("PostgreSQL %s is unpacked".formatted(versions.postgres()));
                    }
                });
        return target;
    }

    /// Fetches, checks and unpacks; the archive's one top folder becomes ours.
    Path unpacked(Archive archive, String name) {
        var target = folder(name, archive.version());
        if (Files.exists(target)) {
            return target;
        }
        var file = fetched(archive);
        prepareOnce(
                target,
                () -> {
                    try (var step = steps.begin("Unpacking " + title(archive))) {
                        archive.check(file);
                        Unpacker.unpack(new GZIPInputStream(Files.newInputStream(file)), 1, target);
                        step.done("%s is checked and unpacked".formatted(title(archive)));
                    }
                });
        return target;
    }

    private Path fetched(Archive archive) {
        var file = archive.in(versions.repository());
        if (Files.exists(file)) {
            return file;
        }
        var began = new AtomicBoolean();
        try (var step = steps.begin("Downloading " + title(archive));
                var watch =
                        Watch.growing(
                                file,
                                archive.size(),
                                percent ->
                                        step.progress(began.get() ? percent + " %" : "waiting"))) {
            var fine =
                    maven.run(
                            List.of(
                                    DEPENDENCY_PLUGIN + ":get",
                                    "-Dartifact=" + archive.coordinates(),
                                    "-Dtransitive=false"),
                            () -> began.set(true),
                            _ -> {});
            if (!fine) {
                throw new Refusal(
                        "Maven could not fetch %s: see %s for its reason, and its settings.xml for mirror and proxy."
                                .formatted(archive.coordinates(), maven.log()));
            }
            if (!Files.exists(file)) {
                throw new Refusal(
                        "Maven fetched %s but not to %s: if its settings have changed, run mvn -f deploy/local/pom.xml clean and start again."
                                .formatted(archive.coordinates(), file));
            }
            step.done(
                    "%s is downloaded, %d MB"
                            .formatted(title(archive), archive.size() / 1_000_000));
            return file;
        }
    }

    /// Runs the preparation if the target is not there, with no second launcher doing the same.
    void prepareOnce(Path target, Preparation preparation) {
        if (Files.exists(target)) {
            return;
        }
        try {
            Files.createDirectories(folder);
            try (var channel =
                            FileChannel.open(
                                    folder.resolve(target.getFileName() + ".lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                if (!Files.exists(target)) {
                    preparation.run();
                }
            }
        } catch (IOException e) {
            throw new Refusal("%s cannot be prepared: %s.".formatted(target, e.getMessage()), e);
        }
    }

    /// Where a program is, or will be.
    Path folder(String name, String version) {
        return folder.resolve(name + "-" + version);
    }

    private static String title(Archive archive) {
        return archive.name() + " " + archive.version();
    }

    interface Preparation {
        void run() throws IOException;
    }
}
