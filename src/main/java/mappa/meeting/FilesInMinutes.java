package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import mappa.document.Block;
import mappa.file.FileService;
import mappa.identity.Actor;
import mappa.web.Said;

/// Files of a meeting in its minutes: their titles, since a paper carries no file.
@ApplicationScoped
class FilesInMinutes implements MinutesSource {

    private final FileService files;

    FilesInMinutes(FileService files) {
        this.files = files;
    }

    @Override
    public RecordSection section() {
        return MeetingFiles.SECTION;
    }

    @Override
    public List<Block> blocks(UUID meetingId, Actor actor) {
        var titles = files.titles(MeetingFiles.NAME, meetingId, actor);
        return titles.isEmpty()
                ? List.of()
                : List.of(
                        Block.facts(
                                List.of(
                                        List.of(
                                                Said.of("meeting.minutes.files"),
                                                String.join("; ", titles)))));
    }
}
