package mappa.meeting;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import mappa.document.Block;
import mappa.document.Part;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// One section of approved minutes as the chair approved it, word for word.
@Entity
@Immutable
class MinutesSection {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    private int position;
    private String key;
    private String heading;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Block> content;

    protected MinutesSection() {} // for Hibernate

    MinutesSection(int position, Part part) {
        this.position = position;
        key = part.key();
        heading = part.heading();
        content = part.blocks();
    }

    Part part() {
        return new Part(key, heading, content);
    }
}
