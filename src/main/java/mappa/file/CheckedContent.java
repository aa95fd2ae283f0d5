package mappa.file;

/// Content that is what it says, without what a picture tells about where and by whom it was taken.
record CheckedContent(FileType type, byte[] bytes) {}
