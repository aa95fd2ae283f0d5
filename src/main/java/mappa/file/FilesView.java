package mappa.file;

import java.util.List;
import java.util.UUID;

/// The files of a record.
///
/// @param holder name of the kind of record
/// @param scans whether files that are added now are scanned
/// @param largest of a file, in megabytes
public record FilesView(
        String holder,
        UUID id,
        HoldingRecord record,
        List<FileView> files,
        boolean scans,
        int largest) {

    /// Those that can be opened.
    public List<FileView> standing() {
        return files.stream().filter(FileView::stands).toList();
    }

    public List<FileView> withdrawn() {
        return files.stream().filter(file -> !file.stands()).toList();
    }

    /// Where they are listed, added and withdrawn.
    public String path() {
        return "/files/%s/%s".formatted(holder, id);
    }
}
