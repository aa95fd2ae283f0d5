package mappa.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// Settings of files.
@ConfigMapping(prefix = "mappa.files")
interface FileSettings {

    /// Largest file in megabytes of 1,048,576 bytes; local policy.
    @WithDefault("10")
    int largest();

    /// `host:port` of a clamd that looks for malicious content; without one files are not scanned,
    /// and readers are told so.
    Optional<String> scanner();

    /// How long the scanner may take for one file.
    @WithDefault("30S")
    Duration scannerTimeout();
}
