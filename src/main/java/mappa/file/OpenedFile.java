package mappa.file;

/// A file on its way to its reader.
///
/// @param name under which it leaves: the record's reference and a number
record OpenedFile(String name, FileType type, byte[] content) {

    @Override
    public String toString() {
        return "OpenedFile[" + type + "]";
    }
}
