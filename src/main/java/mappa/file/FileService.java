package mappa.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.audit.AuditTrail;
import mappa.audit.Consulted;
import mappa.audit.Once;
import mappa.file.FileHandled.What;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.rule.Invalid;
import mappa.rule.NotFound;

/// Files of records: what is there, adding, opening and withdrawing. May somebody? Their record
/// says.
@ApplicationScoped
@Transactional
public class FileService {

    /// Of one record that stand at the same time; local policy.
    static final int MOST = 20;

    private final AttachedFiles files;
    private final Instance<FileHolder> holders;
    private final VirusScanner scanner;
    private final FileSettings settings;
    private final AuditTrail audit;
    private final Actors actors;
    private final Clock clock;

    FileService(
            AttachedFiles files,
            @Any Instance<FileHolder> holders,
            VirusScanner scanner,
            FileSettings settings,
            AuditTrail audit,
            Actors actors,
            Clock clock) {
        this.files = files;
        this.holders = holders;
        this.scanner = scanner;
        this.settings = settings;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    /// The files of a record, with those that were withdrawn.
    ///
    /// @param holder name of the kind of record
    /// @throws NotFound if there is no such record, or none that the actor may read
    public FilesView files(String holder, UUID id, Actor actor) {
        var record = holder(holder).read(id, actor);
        var found = files.of(holder, id);
        if (!found.isEmpty()) {
            audit.record(actor, new Consulted("files", record.subjects()));
        }
        var people =
                actors.names(
                        found.stream()
                                .flatMap(
                                        one ->
                                                Stream.concat(
                                                        Stream.of(one.addedBy()),
                                                        one.withdrawnBy().stream()))
                                .distinct()
                                .toList());
        return new FilesView(
                holder,
                id,
                record,
                found.stream().map(one -> FileView.of(one, people)).toList(),
                scanner.isConfigured(),
                settings.largest());
    }

    /// Titles of the files that stand, for papers about the record.
    public List<String> titles(String holder, UUID id, Actor actor) {
        holder(holder).read(id, actor);
        return files.of(holder, id).stream()
                .filter(one -> !one.isWithdrawn())
                .map(AttachedFile::title)
                .toList();
    }

    /// Whether a file could be added now: asked before its content is looked at.
    ///
    /// @throws Invalid if there are too many
    void requireRoom(String holder, UUID id, Actor actor) {
        holder(holder).add(id, actor);
        var standing = files.of(holder, id).stream().filter(one -> !one.isWithdrawn()).count();
        if (standing >= MOST) {
            throw new Invalid("file", "file.problem.too-many", MOST);
        }
    }

    /// Keeps a file whose content was looked at.
    ///
    /// @return its id
    @Once
    UUID add(AddFile command, Actor actor) {
        requireRoom(command.holder(), command.record(), actor);
        var record = holder(command.holder()).add(command.record(), actor);
        var file =
                new AttachedFile(
                        command,
                        record.area(),
                        files.of(command.holder(), command.record()).size() + 1,
                        actor.personId(),
                        clock.instant());
        files.add(file, command.content());
        audit.record(
                actor,
                new FileHandled(
                        What.ADDED,
                        file.id(),
                        record,
                        Map.of(
                                "type", file.type().name(),
                                "size", file.size(),
                                "sha256", command.sha256(),
                                "scanned", command.scanned())));
        return file.id();
    }

    /// Gives out the content of a file.
    ///
    /// @throws NotFound if there is none, none that the actor may read, or one that was withdrawn
    OpenedFile open(UUID id, Actor actor) {
        var file = files.get(id);
        var record = holder(file.holder()).read(file.record(), actor);
        if (file.isWithdrawn()) {
            throw new NotFound(AttachedFile.class);
        }
        audit.record(actor, new FileHandled(What.OPENED, id, record, Map.of()));
        var reference = record.reference() == null ? "" : record.reference() + "-";
        return new OpenedFile(
                "%sfile-%d.%s".formatted(reference, file.number(), file.type().ending()),
                file.type(),
                files.content(file));
    }

    /// Takes a file of a record out of sight.
    ///
    /// @throws NotFound if the record has no such file
    /// @throws mappa.rule.RuleBroken if it belongs to what was sent or closed
    @Once
    void withdraw(String holder, UUID record, UUID id, String reason, Actor actor) {
        var file = files.get(id);
        if (!file.holder().equals(holder) || !file.record().equals(record)) {
            throw new NotFound(AttachedFile.class);
        }
        var of = holder(holder).withdraw(record, file.addedAt(), actor);
        file.withdraw(reason, actor.personId(), clock.instant());
        audit.record(actor, new FileHandled(What.WITHDRAWN, id, of, Map.of()));
    }

    private FileHolder holder(String name) {
        return holders.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound(FileHolder.class));
    }
}
