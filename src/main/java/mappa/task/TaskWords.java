package mappa.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.stream.Collectors;
import mappa.identity.Role;
import mappa.web.Badge;
import mappa.web.Choice;
import mappa.web.Said;
import mappa.web.Words;
import org.jspecify.annotations.Nullable;

/// How pieces of work are named: by their kind's words, or by the kind itself where a model was
/// extended.
@ApplicationScoped
class TaskWords {

    private final Words words;

    TaskWords(Words words) {
        this.words = words;
    }

    boolean isKnown(String kind) {
        return words.has("task.kind." + kind);
    }

    Choice choice(String kind) {
        return Choice.of(kind, "task.kind." + kind);
    }

    TaskRow row(WorkItemSummary item, LocalDate today) {
        return new TaskRow(item, what(item.kind()), due(item, today), asked(item));
    }

    private String what(String kind) {
        return isKnown(kind) ? Said.of("task.kind." + kind) : kind.replace('-', ' ');
    }

    private static @Nullable Badge due(WorkItemSummary item, LocalDate today) {
        return item.state() != WorkItemState.OPEN || item.dueOn() == null
                ? null
                : Badge.due(item.dueOn(), today);
    }

    private static String asked(WorkItemSummary item) {
        return item.audience().stream()
                .map(TaskWords::principal)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String principal(String principal) {
        var parts = principal.split(":");
        return switch (parts[0]) {
            case "UNIT" -> Said.of("task.asked.unit");
            case "ROLE" -> Said.code("web.role", Role.valueOf(parts[2]));
            case "AGENCY" -> Said.of("task.asked.agency");
            default -> Said.of("task.asked.person");
        };
    }
}
