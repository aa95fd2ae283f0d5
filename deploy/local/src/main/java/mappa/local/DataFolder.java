package mappa.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// Everything a running product writes, and the lock that lets one launcher at a time have it.
///
/// The lock is the operating system's: it goes with its holder, however that ends.
final class DataFolder implements AutoCloseable {
    private final Path root;
    private @Nullable FileChannel channel;
    private @Nullable FileLock lock;

    DataFolder(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path zeebe() {
        return root.resolve("zeebe");
    }

    Path keycloak() {
        return root.resolve("keycloak");
    }

    /// The server's keys, each file readable by its owner only.
    Path keys() {
        return root.resolve("keys");
    }

    /// Passwords and client secrets of the local run, each file readable by its owner only.
    Path passwords() {
        return root.resolve("passwords");
    }

    Path mail() {
        return root.resolve("mail");
    }

    Path log(String part) {
        return root.resolve("log").resolve(part + ".log");
    }

    /// For programs that insist on a folder for temporary files.
    Path tmp() {
        return root.resolve("tmp");
    }

    /// Process ids, the server's settings and requests to the launcher; nothing worth keeping.
    Path run() {
        return root.resolve("run");
    }

    /// Address, ports, processes and files of the running product, for programs.
    Path runFile() {
        return root.resolve("run.json");
    }

    /// Takes the folder, and makes what is missing in it.
    ///
    /// @throws Refusal if another launcher has it, or it cannot be written
    DataFolder open() {
        try {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            var opened =
                    FileChannel.open(
                            root.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            channel = opened;
            lock = tryLock(opened);
            if (lock == null) {
                var holder = text(opened);
                opened.close();
                throw new Refusal(
                        "The data folder %s is in use by a running deploy/up (process %s): stop that one first, or choose another folder with --data."
                                .formatted(root, holder.isBlank() ? "unknown" : holder.strip()));
            }
            opened.truncate(0);
            var pid = Long.toString(ProcessHandle.current().pid());
            opened.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
            for (var folder :
                    new String[] {
                        "keycloak",
                        "keys",
                        "log",
                        "mail",
                        "passwords",
                        "postgres",
                        "run",
                        "tmp",
                        "zeebe"
                    }) {
                Files.createDirectories(root.resolve(folder));
            }
            return this;
        } catch (IOException e) {
            throw new Refusal(
                    "The data folder %s cannot be used: %s.".formatted(root, e.getMessage()), e);
        }
    }

    /// Throws away what programs that were killed left among the temporary files.
    void clearTmp() {
        try {
            Unpacker.delete(tmp());
            Files.createDirectories(tmp());
        } catch (IOException e) {
            throw new Refusal("%s cannot be cleared: %s.".formatted(tmp(), e.getMessage()), e);
        }
    }

    /// The process that holds the folder, if one does.
    @Nullable Long holder() {
        var file = root.resolve("lock");
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try (var opened =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var mine = tryLock(opened);
            if (mine != null) {
                return null;
            }
            return Long.valueOf(text(opened).strip());
        } catch (IOException e) {
            throw new Refusal("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel opened) throws IOException {
        try {
            return opened.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    private static String text(FileChannel opened) throws IOException {
        var bytes = ByteBuffer.allocate(32);
        opened.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    }

    /// @throws Refusal if less than so many gigabytes are free
    void refuseWithoutSpace(int gigabytes) {
        try {
            var free = Files.getFileStore(root).getUsableSpace();
            if (free < gigabytes * 1_000_000_000L) {
                throw new Refusal(
                        "The disk of %s has %.1f GB free and %d GB are needed: make room, or choose another folder with --data."
                                .formatted(root, free / 1e9, gigabytes));
            }
        } catch (IOException e) {
            throw new Refusal(
                    "The free space of %s cannot be read: %s.".formatted(root, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.release();
            }
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
