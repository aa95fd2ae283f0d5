package mappa.appointment;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import mappa.identity.Operation;
import mappa.web.NavigationItem;

/// Entrances to the pages of who works here.
class AppointmentNavigation {

    @Produces
    @Singleton
    NavigationItem users() {
        return new NavigationItem("/users", "appointment.users", Operation.READ_USERS, 107);
    }
}
