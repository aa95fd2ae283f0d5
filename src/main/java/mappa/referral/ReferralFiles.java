package mappa.referral;

import static mappa.identity.Operation.READ_REFERRAL;
import static mappa.identity.Operation.WRITE_REFERRAL;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.file.FileHolder;
import mappa.file.HoldingRecord;
import mappa.identity.Access;
import mappa.identity.Actor;

/// Files of a referral: its referrer's to change until the panel has it, as its answers are
/// (R-REF-02).
@ApplicationScoped
class ReferralFiles implements FileHolder {

    static final String NAME = "referrals";

    private final Referrals referrals;
    private final Access access;

    ReferralFiles(Referrals referrals, Access access) {
        this.referrals = referrals;
        this.access = access;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public HoldingRecord read(UUID id, Actor actor) {
        access.require(READ_REFERRAL, id, actor);
        return of(referrals.get(id, actor), actor);
    }

    @Override
    public HoldingRecord add(UUID id, Actor actor) {
        access.require(WRITE_REFERRAL, id, actor);
        var referral = referrals.lock(id, actor);
        referral.requireWritable();
        return of(referral, actor);
    }

    @Override
    public HoldingRecord withdraw(UUID id, Instant addedAt, Actor actor) {
        return add(id, actor);
    }

    private static HoldingRecord of(Referral referral, Actor actor) {
        var path = "/referrals/" + referral.id();
        var writes = referral.isWritable() && referral.referrer().equals(actor.person());
        return new HoldingRecord(
                referral.reference(),
                referral.area(),
                Stream.of(referral.id(), referral.person(), referral.caseId())
                        .filter(Objects::nonNull)
                        .toList(),
                writes,
                writes ? path + "/sections" : path);
    }
}
