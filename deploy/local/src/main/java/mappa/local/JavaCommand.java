package mappa.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How a Java program is run here: on the launcher's own JDK, small, and with no file outside the
/// data folder.
final class JavaCommand {
    private JavaCommand() {}

    /// The beginning of the command, to which class path and main class are added.
    static List<String> with(Path tmp, String... options) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-XX:-UsePerfData"); // would be a file in the system's own folder for temporary
        // files
        words.add("-Djava.io.tmpdir=" + tmp);
        words.add("-XX:+UseSerialGC");
        words.add("-XX:+ExitOnOutOfMemoryError");
        words.add("-Dfile.encoding=UTF-8");
        words.add("--enable-native-access=ALL-UNNAMED");
        words.add("--sun-misc-unsafe-memory-access=allow");
        words.addAll(List.of(options));
        return words;
    }
}
