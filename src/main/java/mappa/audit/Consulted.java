package mappa.audit;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// People, cases or referrals were shown: one event an answer, however many they were (R-ACC-01).
///
/// @param view what was shown, in kebab case: `case-summary`
/// @param purpose why, where the reader was asked
public record Consulted(String view, List<UUID> subjects, @Nullable String purpose)
        implements Happened {

    public Consulted(String view, Collection<UUID> subjects) {
        this(view, List.copyOf(subjects), null);
    }

    @Override
    public Kind kind() {
        return Kind.CONSULT;
    }

    @Override
    public String name() {
        return view;
    }
}
