package mappa.meeting;

import java.util.List;
import mappa.rule.RuleBroken;

/// A meeting cannot be closed yet; nothing has changed.
public class NotReady extends RuleBroken {

    private final transient List<Blocker> blockers;

    /// @param blockers at least one, in the order of the record
    NotReady(List<Blocker> blockers) {
        super(blockers.getFirst().rule(), "meeting.not-ready", blockers.size());
        this.blockers = List.copyOf(blockers);
    }

    public List<Blocker> blockers() {
        return blockers;
    }

    @Override
    public List<Part> parts() {
        return blockers.stream()
                .map(
                        one ->
                                new Part(
                                        one.section().name(),
                                        one.rule(),
                                        one.message(),
                                        one.arguments()))
                .toList();
    }
}
