package mappa.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Who can chair meetings: what other packages ask before they arrange one.
@ApplicationScoped
public class Chairs {

    private final Users users;

    Chairs(Users users) {
        this.users = users;
    }

    /// Chairs of an area now, by name.
    public List<Chair> of(String area) {
        return users.chairs(area);
    }
}
