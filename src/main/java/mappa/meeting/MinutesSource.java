package mappa.meeting;

import java.util.List;
import java.util.UUID;
import mappa.document.Block;
import mappa.identity.Actor;

/// What else of a meeting belongs into one section of its minutes, beside the fields of the record.
public interface MinutesSource {

    RecordSection section();

    /// In words, as they are approved: what changes afterwards changes no minutes.
    List<Block> blocks(UUID meetingId, Actor actor);
}
