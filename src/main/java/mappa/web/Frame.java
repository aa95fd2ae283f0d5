package mappa.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mappa.identity.Actor;
import mappa.identity.CurrentActor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// What stands around every page: marking, who acts as what, navigation, the result of the last
/// action.
@Named("frame")
@RequestScoped
public class Frame {

    private static final int MOST_PRIMARY_ITEMS = 7;
    private static final int ONLY_ON_MORE = 100;

    private final CurrentActor current;
    private final Instance<NavigationItem> items;
    private final RoutingContext routing;
    private final Words words;
    private final FormKeys keys;
    private final UnitContact contact;
    private final String marking;

    Frame(
            CurrentActor current,
            @Any Instance<NavigationItem> items,
            RoutingContext routing,
            Words words,
            FormKeys keys,
            UnitContact contact,
            @ConfigProperty(name = "mappa.marking", defaultValue = "OFFICIAL-SENSITIVE")
                    String marking) {
        this.current = current;
        this.items = items;
        this.routing = routing;
        this.words = words;
        this.keys = keys;
        this.contact = contact;
        this.marking = marking;
    }

    /// Protective marking of everything shown (R-MIN-05, R-INF-03).
    public String getMarking() {
        return marking;
    }

    /// Who is signed in; null where nobody is.
    public @Nullable Actor getActor() {
        return current.isSet() ? current.get() : null;
    }

    /// Contact of the unit in the reader's area; null where nobody is signed in, or none is set.
    public @Nullable String getContact() {
        var area = current.isSet() ? current.get().area() : null;
        return area == null ? null : contact.of(area).orElse(null);
    }

    /// At most seven pages of the role's primary navigation, the last of them "More" with the rest.
    public List<NavigationItem> getNavigation() {
        var primary = getAllPages().stream().filter(item -> item.order() < ONLY_ON_MORE).toList();
        if (primary.size() <= MOST_PRIMARY_ITEMS) {
            return primary;
        }
        var first = new ArrayList<>(primary.subList(0, MOST_PRIMARY_ITEMS - 1));
        first.add(primary.getLast());
        return first;
    }

    /// All pages that the role in use may open.
    public List<NavigationItem> getAllPages() {
        var role = current.isSet() ? current.get().role() : null;
        if (role == null) {
            return List.of();
        }
        return items.stream()
                .filter(item -> item.operation().allows(role))
                .sorted(Comparator.comparingInt(NavigationItem::order))
                .toList();
    }

    /// Whether a navigation item is the page, or above the page, that is shown.
    public boolean isCurrent(NavigationItem item) {
        var path = routing.normalizedPath();
        return path.equals(item.path()) || path.startsWith(item.path() + "/");
    }

    /// Result of the last action, to be said once on top of the page; null if there is none.
    public @Nullable String getAlert() {
        var key = routing.request().getParam("alert");
        return key != null && key.contains(".alert.") && words.has(key)
                ? words.of(Words.ENGLISH, key)
                : null;
    }

    /// When the same command had been carried out before, as shown text; null if it had not.
    public @Nullable String getRepeatedAt() {
        var at = routing.request().getParam("repeated");
        try {
            return at == null ? null : Said.moment(java.time.Instant.parse(at));
        } catch (java.time.format.DateTimeParseException typed) {
            return null;
        }
    }

    /// A fresh single-use key for a form.
    public String formKey() {
        return current.isSet() && current.get().person() != null
                ? keys.issue(current.get().personId())
                : "";
    }

    public @Nullable String getCorrelationId() {
        return (String) org.jboss.logging.MDC.get("correlationId");
    }
}
