package mappa.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mappa.audit.AuditTrail;
import mappa.audit.Consulted;
import mappa.audit.Once;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Consequences;
import mappa.identity.Principals;
import mappa.process.Outbox;
import mappa.rule.Changed;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// The list of work: what people do with it, and what features do with it in the transaction of
/// their own command.
///
/// For features: nothing here asks whether the actor may see the work, because the command on the
/// thing was allowed already. Work that was never opened (the engine was away) is nothing to
/// complete or withdraw, which is no mistake. Change the thing first, then its work.
@ApplicationScoped
@Transactional
public class WorkItemService {

    /// Rows of a page.
    public static final int PAGE = 25;

    private static final int LONGEST_NOTE = 2_000;

    private final WorkItems items;
    private final Actors actors;
    private final Consequences consequences;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    WorkItemService(
            WorkItems items,
            Actors actors,
            Consequences consequences,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.items = items;
        this.actors = actors;
        this.consequences = consequences;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    // What people do

    /// A page of the list: overdue first, then by due day, then without one; done work last first.
    ///
    /// @param after the place that the page before gave; null for the first
    public TaskPage list(TaskView view, TaskFilter filter, @Nullable String after, Actor actor) {
        var rows = items.page(view, filter, after, PAGE + 1, actor);
        var shown = rows.size() > PAGE ? rows.subList(0, PAGE) : rows;
        var next = rows.size() > PAGE ? WorkItems.place(view, shown.getLast()) : null;
        return new TaskPage(
                summaries(shown), items.count(view, filter, actor), items.kinds(view, actor), next);
    }

    public TaskCounts counts(Actor actor) {
        var yesterday = London.today(clock).minusDays(1);
        var overdue = new TaskFilter(null, null, yesterday, null, null);
        return new TaskCounts(
                items.count(TaskView.MINE, TaskFilter.NONE, actor),
                items.count(TaskView.AVAILABLE, TaskFilter.NONE, actor),
                items.count(TaskView.TEAM, TaskFilter.NONE, actor),
                items.count(TaskView.DONE, TaskFilter.NONE, actor),
                items.count(TaskView.TEAM, overdue, actor));
    }

    /// One piece of work and what happened to it.
    ///
    /// @throws NotFound if there is none that the actor may see
    public WorkItemHistory history(UUID id, Actor actor) {
        var item = items.get(id, actor);
        var events = items.events(id);
        audit.record(actor, new Consulted("work-item", List.of(item.thingId())));
        var names =
                actors.names(
                        events.stream()
                                .flatMap(event -> Stream.of(event.actor(), event.holder()))
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        var lines =
                events.stream()
                        .map(
                                event ->
                                        new WorkItemHistory.Line(
                                                event.at(),
                                                event.change(),
                                                event.actor(),
                                                names.get(event.actor()),
                                                names.get(event.holder()),
                                                event.dueOn(),
                                                event.outcome()))
                        .toList();
        return new WorkItemHistory(
                summaries(List.of(item)).getFirst(),
                item.process(),
                item.element(),
                item.note(),
                lines);
    }

    /// Takes work; taking again what one has changes nothing.
    ///
    /// @throws RuleBroken `ACT-07` if it is closed or somebody else has it
    @Once
    public void take(UUID id, Actor actor) {
        var item = items.getAsked(id, actor);
        if (item.take(actor.personId())) {
            changed(item, Change.TAKEN, actor);
        }
    }

    /// Puts work back for others to take.
    ///
    /// @throws RuleBroken `ACT-07` if it is closed, somebody else's, or asked of nobody else
    @Once
    public void putBack(UUID id, Actor actor) {
        var item = items.getAsked(id, actor);
        item.putBack(actor.personId());
        changed(item, Change.PUT_BACK, actor);
    }

    /// People to whom it can be given, by name: of its agency, and with access to the thing.
    public List<Recipient> recipients(UUID id, Actor actor) {
        return items.recipients(items.getAsked(id, actor));
    }

    /// Gives work to somebody else of whom it may be asked.
    ///
    /// @param version the version that the actor saw
    /// @throws RuleBroken `ACT-07` if it is closed, `ACC-01` if the person may not have it
    /// @throws Changed if somebody changed it meanwhile
    @Once
    public void give(UUID id, UUID person, int version, Actor actor) {
        var item = current(items.getAsked(id, actor), version);
        item.give(person, items.recipients(item).stream().map(Recipient::person).toList());
        changed(item, Change.GIVEN, actor);
    }

    /// Does work of a kind that no page knows: its process goes on.
    ///
    /// @param note what was done, 1 to 2,000 characters
    /// @throws RuleBroken `ACT-07` if it is closed, or done on a page of its own
    /// @throws Changed if somebody changed it meanwhile
    @Once
    public void finish(UUID id, String note, int version, Actor actor) {
        var words = note.strip();
        if (words.isEmpty()) {
            throw new Invalid("note", "task.note-missing");
        }
        if (words.length() > LONGEST_NOTE) {
            throw new Invalid("note", "task.note-too-long", LONGEST_NOTE, words.length());
        }
        var item = items.getAsked(id, actor);
        items.lock(item.thingId());
        current(item, version).finish(words, actor.personId(), clock.instant());
        changed(item, Change.COMPLETED, actor);
        if (item.process() != null) {
            outbox.complete(item.thingId(), item.element(), item.round(), item.seat(), Map.of());
        }
    }

    private static WorkItem current(WorkItem item, int version) {
        if (item.version() != version) {
            throw new Changed(WorkItem.class, version, item.version());
        }
        return item;
    }

    // What features do, in the transaction of their own command

    /// All open work of one kind, oldest first, in whatever area: for the system.
    ///
    /// @param element id of the task in the model, or the kind of work that no process asks for
    public List<WorkItemSummary> openWork(String element, Actor actor) {
        return summaries(items.openOf(element));
    }

    /// Opens work that no process asks for; opening it again changes nothing.
    ///
    /// @return its id
    public UUID open(OpenWork work, Actor actor) {
        items.lock(work.thing());
        var identity = new WorkItem.Identity(work.thing(), work.kind(), work.round(), null);
        var known = items.find(identity);
        if (known.isPresent()) {
            return known.get().id();
        }
        var asked = new WorkItem.Asked(null, work.kind(), null);
        return add(new WorkItem(identity, asked, work.details(), clock.instant()), actor);
    }

    UUID add(WorkItem item, Actor actor) {
        items.persist(item);
        changed(item, Change.OPENED, actor);
        return item.id();
    }

    /// Work was done by a command on its thing. The engine is told by the caller, when it is to
    /// know.
    ///
    /// @param element id of the task in the model, or the kind of work that no process asks for
    /// @param outcome a code
    /// @return false if there is no such open work
    public boolean completeFor(
            UUID thing,
            String element,
            int round,
            @Nullable String seat,
            String outcome,
            Actor actor) {
        var item = openItem(thing, element, round, seat);
        if (item == null) {
            return false;
        }
        item.complete(outcome, actor.person(), clock.instant());
        changed(item, Change.COMPLETED, actor);
        return true;
    }

    /// Nobody has to do that work any more.
    ///
    /// @return false if there is no such open work
    public boolean withdraw(
            UUID thing, String element, int round, @Nullable String seat, Actor actor) {
        var item = openItem(thing, element, round, seat);
        if (item == null) {
            return false;
        }
        item.withdraw(clock.instant());
        changed(item, Change.WITHDRAWN, actor);
        return true;
    }

    /// Nobody has to do that work any more, whatever round or seat: the siblings when one has
    /// decided.
    ///
    /// @return how many were open
    public int withdraw(UUID thing, String element, Actor actor) {
        return withdraw(thing, Stream.of(element).toList(), actor);
    }

    /// Nobody has to do anything about that thing any more.
    ///
    /// @return how many were open
    public int withdrawAll(UUID thing, Actor actor) {
        return withdraw(thing, List.of(), actor);
    }

    private int withdraw(UUID thing, List<String> elements, Actor actor) {
        items.lock(thing);
        var withdrawn = 0;
        for (var item : items.openOf(thing)) {
            if (elements.isEmpty() || elements.contains(item.element())) {
                item.withdraw(clock.instant());
                changed(item, Change.WITHDRAWN, actor);
                withdrawn++;
            }
        }
        return withdrawn;
    }

    /// Asks others from now on; the engine is left alone.
    ///
    /// @return false if there is no such open work
    public boolean reassign(
            UUID thing,
            String element,
            int round,
            @Nullable String seat,
            Assignment to,
            Actor actor) {
        var item = openItem(thing, element, round, seat);
        if (item == null) {
            return false;
        }
        item.reassign(to);
        changed(item, Change.REASSIGNED, actor);
        return true;
    }

    /// The due day of that work moved, whatever round or seat.
    ///
    /// @param dueOn null while the clock stands
    /// @param basis where the day comes from, as a key of the message bundles
    /// @return how many were open
    public int changeDue(
            UUID thing,
            String element,
            @Nullable LocalDate dueOn,
            @Nullable String basis,
            Actor actor) {
        items.lock(thing);
        var moved = 0;
        for (var item : items.openOf(thing)) {
            if (item.element().equals(element) && item.dueOn(dueOn, basis)) {
                changed(item, Change.DUE_CHANGED, actor);
                moved++;
            }
        }
        return moved;
    }

    // What happens to work when those of whom it is asked change

    /// Open work that is asked of an agency and that the actor may see, soonest due first.
    public List<WorkItemSummary> openFor(UUID agency, Actor actor) {
        return summaries(items.openFor(agency));
    }

    /// What an agency's point of contact had open goes to the next.
    ///
    /// @param to null if nobody is named: then anybody of the agency may take it
    /// @return how much was passed on
    public int passOn(UUID agency, UUID from, @Nullable UUID to, Actor actor) {
        var next = to == null ? Principals.agency(agency) : Principals.person(to);
        return moveAll(
                () ->
                        items.openWith(from).stream()
                                .filter(item -> agency.equals(item.agency()))
                                .toList(),
                item ->
                        new Assignment(
                                replaced(item, Principals.person(from), next),
                                from.equals(item.holder()) ? to : item.holder(),
                                agency),
                actor);
    }

    /// What somebody had open in an area and can no longer be asked goes back to the unit's list.
    ///
    /// @param left principals that they still have there
    /// @return how much went back
    public int handBack(UUID person, String area, Set<String> left, Actor actor) {
        return moveAll(
                () ->
                        items.openWith(person).stream()
                                .filter(item -> item.area().equals(area))
                                .filter(item -> item.audience().stream().noneMatch(left::contains))
                                .toList(),
                item ->
                        new Assignment(
                                replaced(item, Principals.person(person), Principals.unit(area)),
                                null,
                                item.agency()),
                actor);
    }

    /// What was asked of an agency that takes no part any more goes to the unit's list.
    ///
    /// @return how much went back
    public int handBackAll(UUID agency, Actor actor) {
        return moveAll(
                () -> items.openFor(agency),
                item -> new Assignment(List.of(Principals.unit(item.area())), null, null),
                actor);
    }

    /// Without the one principal and with the other, and always with somebody who can be asked.
    private static List<String> replaced(WorkItem item, String one, String other) {
        return Stream.concat(
                        item.audience().stream().filter(principal -> !principal.equals(one)),
                        Stream.of(other))
                .distinct()
                .toList();
    }

    /// Whoever changes who is asked need not see what the work is about.
    private int moveAll(
            Supplier<List<WorkItem>> which, Function<WorkItem, Assignment> to, Actor actor) {
        return consequences.bringAbout(
                () -> {
                    which.get().stream()
                            .map(WorkItem::thingId)
                            .distinct()
                            .sorted() // one order for all
                            .forEach(items::lock);
                    var moved = which.get(); // as it stands now that nobody else changes it
                    for (var item : moved) {
                        items.refresh(item);
                        item.reassign(to.apply(item));
                        changed(item, Change.REASSIGNED, actor);
                    }
                    return moved.size();
                });
    }

    private @Nullable WorkItem openItem(
            UUID thing, String element, int round, @Nullable String seat) {
        items.lock(thing);
        return items.find(new WorkItem.Identity(thing, element, round, seat))
                .filter(item -> item.state() == WorkItemState.OPEN)
                .orElse(null);
    }

    /// The history and the audit, which observers hear too.
    void changed(WorkItem item, Change change, Actor actor) {
        items.add(new WorkItemEvent(item, change, actor.person(), clock.instant()));
        audit.record(actor, WorkItemChanged.of(change, item));
    }

    private List<WorkItemSummary> summaries(List<WorkItem> rows) {
        var people =
                rows.stream()
                        .flatMap(item -> Stream.of(item.holder(), item.closedBy()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        var names = actors.names(people);
        return rows.stream()
                .map(
                        item ->
                                WorkItemSummary.of(
                                        item, names.get(item.holder()), names.get(item.closedBy())))
                .toList();
    }
}
