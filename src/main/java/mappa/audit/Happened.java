package mappa.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was done or looked at; features implement it with past-tense records.
public interface Happened {

    /// The statutory kind of operation it was.
    Kind kind();

    /// Ids of the people, cases and referrals it was about, in any order; empty where it was about
    /// none.
    List<UUID> subjects();

    /// Ids, codes, numbers and dates that say what exactly; never a name or a text.
    default Map<String, ?> detail() {
        return Map.of();
    }

    /// Area whose chain it belongs to; null for the one in which the actor acts.
    default @Nullable String area() {
        return null;
    }

    /// Why it was looked at, as a code or in the words of the person who looked; null where nothing
    /// was asked.
    default @Nullable String purpose() {
        return null;
    }

    /// Its name in the audit, in kebab case: `VoteCast` is `vote-cast`.
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase();
    }

    /// Kinds of operation that have to be logged (Data Protection Act 2018, section 62), and three
    /// of our own.
    enum Kind {
        COLLECT,
        ALTER,
        CONSULT,
        DISCLOSE,
        COMBINE,
        ERASE,
        SIGN_IN,
        PERMISSION,
        BREAK_GLASS
    }
}
