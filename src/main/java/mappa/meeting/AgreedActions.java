package mappa.meeting;

import static mappa.identity.Access.readable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import mappa.rule.NotFound;

/// All agreed actions; the only place that queries them.
@ApplicationScoped
class AgreedActions {

    private static final String MINE =
            "(%s or %s)".formatted(readable("a.caseId"), readable("a.id"));

    private final EntityManager entities;

    AgreedActions(EntityManager entities) {
        this.entities = entities;
    }

    void add(AgreedAction action) {
        entities.persist(action);
    }

    /// @throws NotFound if there is none with that id, or none that the actor may see
    AgreedAction get(UUID id) {
        return entities
                .createQuery(
                        "select a from AgreedAction a where a.id = :id and " + MINE,
                        AgreedAction.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(AgreedAction.class));
    }

    /// Actions of a case by number.
    List<AgreedAction> ofCase(UUID caseId) {
        return entities.createQuery(
                        "select a from AgreedAction a where a.caseId = :case and "
                                + MINE
                                + " order by a.number",
                        AgreedAction.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    /// What a meeting starts with: actions that earlier ones gave and nobody has ended since, with
    /// those that this meeting has answered (R-ACT-03).
    List<AgreedAction> before(Meeting meeting) {
        return ofCase(meeting.caseId()).stream()
                .filter(AgreedAction::isGiven)
                .filter(one -> !one.meetingId().equals(meeting.id()))
                .filter(one -> one.state().isOpen() || one.answerOf(meeting.id()).isPresent())
                .toList();
    }

    /// What was agreed about the case and no agency was asked yet: at this meeting, or at one that
    /// was broken off.
    List<AgreedAction> agreed(Meeting meeting) {
        return ofCase(meeting.caseId()).stream()
                .filter(one -> !one.isTakenOff())
                .filter(one -> !one.isGiven() || one.meetingId().equals(meeting.id()))
                .toList();
    }
}
