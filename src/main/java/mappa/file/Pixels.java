package mappa.file;

/// How large a picture may be when it is shown (SEC-12).
final class Pixels {

    /// Of a side; cameras of today stay below.
    private static final int LONGEST = 9_999;

    private static final int MOST = 50_000_000;

    static void check(int width, int height) throws FileRefused {
        if (width < 1 || height < 1) {
            throw new FileRefused(Refusal.DAMAGED);
        }
        if (width > LONGEST || height > LONGEST || (long) width * height > MOST) {
            throw new FileRefused(Refusal.TOO_MANY_PIXELS);
        }
    }

    private Pixels() {}
}
