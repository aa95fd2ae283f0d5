package mappa.task;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;
import org.jspecify.annotations.Nullable;

/// Something happened to a piece of work; observed in the same transaction by whoever tells people.
///
/// @param task kind of the work, in kebab case
/// @param thing what the work is about
/// @param audience principals it is asked of
/// @param holder who has it now; null if nobody
public record WorkItemChanged(
        Change change,
        UUID item,
        String task,
        UUID thing,
        @Nullable UUID caseId,
        String area,
        List<String> audience,
        @Nullable UUID holder,
        @Nullable LocalDate dueOn)
        implements Happened {

    static WorkItemChanged of(Change change, WorkItem item) {
        return new WorkItemChanged(
                change,
                item.id(),
                item.kind(),
                item.thingId(),
                item.caseId(),
                item.area(),
                item.audience(),
                item.holder(),
                item.dueOn());
    }

    @Override
    public Kind kind() {
        return Kind.ALTER;
    }

    @Override
    public String name() {
        return "work-item-" + change.name().toLowerCase().replace('_', '-');
    }

    @Override
    public List<UUID> subjects() {
        var subjects = new ArrayList<UUID>();
        subjects.add(thing);
        if (caseId != null) {
            subjects.add(caseId);
        }
        return subjects;
    }

    @Override
    public Map<String, ?> detail() {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("item", item);
        detail.put("task", task);
        if (holder != null) {
            detail.put("holder", holder);
        }
        if (dueOn != null) {
            detail.put("dueOn", dueOn.toString());
        }
        return detail;
    }
}
