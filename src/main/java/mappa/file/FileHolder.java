package mappa.file;

import java.time.Instant;
import java.util.UUID;
import mappa.identity.Actor;

/// Records of one kind that files can stand beside; the package of the record implements it.
///
/// Each method is called in the transaction of what is done with the file, and refuses as the
/// record itself does.
public interface FileHolder {

    /// Its name in addresses and in the table of files: `referrals`.
    String name();

    /// The record as its reader sees it.
    ///
    /// @throws mappa.rule.NotFound if there is none with that id, or none that the actor may read
    HoldingRecord read(UUID id, Actor actor);

    /// The same for somebody who adds a file; others who change the record wait until they have.
    ///
    /// @throws mappa.rule.NotFound if there is none that the actor may change
    /// @throws mappa.rule.RuleBroken if nothing can be added to it any more
    HoldingRecord add(UUID id, Actor actor);

    /// The same for somebody who withdraws a file.
    ///
    /// @param addedAt when the file was added
    /// @throws mappa.rule.RuleBroken if the file belongs to what was sent or closed
    HoldingRecord withdraw(UUID id, Instant addedAt, Actor actor);
}
