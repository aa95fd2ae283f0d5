package mappa.calendar;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import mappa.identity.Operation;
import mappa.web.NavigationItem;

/// Entrance to the calendar.
class CalendarNavigation {

    @Produces
    @Singleton
    NavigationItem calendar() {
        return new NavigationItem("/calendar", "calendar.page", Operation.LIST_MEETINGS, 48);
    }
}
