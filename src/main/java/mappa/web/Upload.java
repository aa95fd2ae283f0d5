package mappa.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that came with a form, on this machine's disk until the request has ended.
///
/// @param name as the sender's machine calls it; to be shown, and believed in nothing
/// @param size in bytes
public record Upload(String name, Path path, long size) {

    public byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public String toString() {
        return "Upload[" + size + "]"; // its name must not reach a log
    }
}
