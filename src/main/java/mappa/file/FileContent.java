package mappa.file;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// What is in a file.
@Entity
@Immutable
@Table(name = "attached_file_content")
class FileContent {

    @Id private UUID fileId;
    private byte[] content;

    protected FileContent() {} // for Hibernate

    FileContent(UUID fileId, byte[] content) {
        this.fileId = fileId;
        this.content = content;
    }

    byte[] bytes() {
        return content;
    }
}
