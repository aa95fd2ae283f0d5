package mappa.file;

/// The content of a file is not taken.
class FileRefused extends Exception {

    private final Refusal why;

    FileRefused(Refusal why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    Refusal why() {
        return why;
    }
}
