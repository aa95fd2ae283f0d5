package mappa.calendar;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import mappa.audit.Happened;

/// Somebody made or withdrew their address for calendar programs.
record FeedChanged(What what) implements Happened {

    enum What {
        MADE,
        WITHDRAWN
    }

    @Override
    public Kind kind() {
        return Kind.PERMISSION;
    }

    @Override
    public String name() {
        return "calendar-feed-" + what.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<UUID> subjects() {
        return List.of();
    }
}
