package mappa.meeting;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import mappa.identity.Operation;
import mappa.web.NavigationItem;

/// Entrance to meetings.
class MeetingNavigation {

    @Produces
    @Singleton
    NavigationItem meetings() {
        return new NavigationItem("/meetings", "meeting.list", Operation.LIST_MEETINGS, 50);
    }

    @Produces
    @Singleton
    NavigationItem minutes() {
        return new NavigationItem("/minutes", "meeting.minutes-list", Operation.LIST_MINUTES, 55);
    }
}
