package mappa.file;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/// A file for a record, after its content was looked at.
///
/// @param holder name of the kind of record, as in [FileHolder]
/// @param title what it is, in the words of whoever adds it
/// @param name as their machine calls it
/// @param sha256 of the content, in hexadecimal digits
/// @param scanned whether a scanner has looked for malicious content
record AddFile(
        String holder,
        UUID record,
        String title,
        String name,
        FileType type,
        String sha256,
        boolean scanned,
        @JsonIgnore byte[] content) { // its hash tells a repeated call from another

    @Override
    public String toString() {
        return "AddFile[" + type + "]"; // titles and names must not reach a log
    }
}
