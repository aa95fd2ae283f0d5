package mappa.whole;

import java.util.function.Supplier;

/// A page in one state, as one reader sees it.
///
/// @param template what it is made from, `StartPages/home`: says its screen
/// @param state what it shows, for people who read the report
/// @param user demo user; empty for somebody who is not signed in
/// @param path found when the page is opened: some pages come to be only then
/// @param shown words that stand on it in this state and tell it from others
/// @param steady whether it says the same when it is opened again
record Stop(
        String template,
        String state,
        String user,
        Supplier<String> path,
        String shown,
        boolean steady) {

    static final String NOBODY = "";

    static Stop of(String template, String state, String user, String path, String shown) {
        return new Stop(template, state, user, () -> path, shown, true);
    }

    /// The same where each opening adds a line, as a log of openings does.
    Stop growing() {
        return new Stop(template, state, user, path, shown, false);
    }

    @Override
    public String toString() {
        return "%s, %s, as %s".formatted(template, state, user.isEmpty() ? "nobody" : user);
    }
}
