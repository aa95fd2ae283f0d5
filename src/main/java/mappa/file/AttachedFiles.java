package mappa.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mappa.rule.NotFound;

/// All files; the only place that queries them. Whether somebody may see one is its record's to
/// say, and the database's.
@ApplicationScoped
class AttachedFiles {

    private final EntityManager entities;

    AttachedFiles(EntityManager entities) {
        this.entities = entities;
    }

    void add(AttachedFile file, byte[] content) {
        entities.persist(file);
        entities.flush();
        entities.persist(new FileContent(file.id(), content));
    }

    /// @throws NotFound if there is none with that id, or none that the actor's role may see
    AttachedFile get(UUID id) {
        return Optional.ofNullable(entities.find(AttachedFile.class, id))
                .orElseThrow(() -> new NotFound(AttachedFile.class));
    }

    byte[] content(AttachedFile file) {
        return Optional.ofNullable(entities.find(FileContent.class, file.id()))
                .orElseThrow(() -> new NotFound(FileContent.class))
                .bytes();
    }

    /// Files of a record in the order in which they were added, withdrawn ones among them.
    List<AttachedFile> of(String holder, UUID record) {
        return entities.createQuery(
                        "from AttachedFile where holder = ?1 and thingId = ?2 order by number",
                        AttachedFile.class)
                .setParameter(1, holder)
                .setParameter(2, record)
                .getResultList();
    }
}
