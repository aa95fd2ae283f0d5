package mappa.qualityaudit;

import java.util.List;
import java.util.stream.IntStream;
import mappa.web.Said;

/// Forms of the national document set with which an area can begin. What they ask is the set's, as
/// far as it is public; of Form L only the names of three parts are. The headings of Form K are
/// ours.
public enum ReadyMadeForm {
    K(
            AuditKind.CASE,
            new Part("qualityaudit.ready.k-referral", 2),
            new Part("qualityaudit.ready.k-meeting", 5),
            new Part("qualityaudit.ready.k-record", 2),
            new Part("qualityaudit.ready.k-risk", 3)),
    L(
            AuditKind.MEETING,
            new Part("qualityaudit.ready.l-arrangements", 1),
            new Part("qualityaudit.ready.l-conduct", 1),
            new Part("qualityaudit.ready.l-risk", 1));

    /// @param words key of its heading; those of its items follow it, numbered from 1
    private record Part(String words, int items) {
        FormPart said() {
            return new FormPart(
                    Said.of(words),
                    IntStream.rangeClosed(1, items)
                            .mapToObj(number -> Said.of(words + "." + number))
                            .toList());
        }
    }

    private final AuditKind kind;
    private final List<Part> parts;

    ReadyMadeForm(AuditKind kind, Part... parts) {
        this.kind = kind;
        this.parts = List.of(parts);
    }

    public AuditKind kind() {
        return kind;
    }

    String title() {
        return Said.code("qualityaudit.ready", this);
    }

    List<FormPart> parts() {
        return parts.stream().map(Part::said).toList();
    }
}
