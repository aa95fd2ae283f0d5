package mappa.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// Unpacks a tar, whole or not at all.
final class Unpacker {
    private Unpacker() {}

    /// @param tar already decompressed
    /// @param strip how many leading folders of each path to leave out
    /// @param target is there afterwards, complete; must not be there before
    static void unpack(InputStream tar, int strip, Path target) throws IOException {
        var fresh = target.resolveSibling(target.getFileName() + ".new");
        delete(fresh);
        Files.createDirectories(fresh);
        try (var in = new TarArchiveInputStream(new BufferedInputStream(tar))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var name = Path.of(entry.getName()).normalize();
                if (name.getNameCount() <= strip
                        || entry.getName().startsWith("./") && name.toString().isEmpty()) {
                    continue;
                }
                var file = fresh.resolve(name.subpath(strip, name.getNameCount())).normalize();
                if (!file.startsWith(fresh)) {
                    throw new IOException("leads out of its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    var link = Path.of(entry.getLinkName());
                    if (!file.resolveSibling(link).normalize().startsWith(fresh)) {
                        throw new IOException("leads out of its folder: " + entry.getName());
                    }
                    Files.createDirectories(file.getParent());
                    Files.createSymbolicLink(file, link);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                    var executable = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            file,
                            PosixFilePermissions.fromString(
                                    executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path visited, java.io.@org.jspecify.annotations.Nullable IOException e)
                            throws IOException {
                        if (e != null) {
                            throw e;
                        }
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
