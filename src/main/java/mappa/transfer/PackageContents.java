package mappa.transfer;

import static mappa.transfer.Content.Missing.DRAFT_MINUTES;
import static mappa.transfer.Content.Missing.NONE;
import static mappa.transfer.Content.Missing.NOT_KEPT_HERE;
import static mappa.transfer.Content.Missing.NO_APPROVED_MINUTES;

import java.util.List;
import mappa.caseload.CaseToHandOver;
import mappa.meeting.MeetingsToHandOver;

/// Lists the package of a case. Plan, disclosures and victims stand in the minutes: a meeting
/// cannot close without them (R-RMP-09, R-DIS-14, R-VIC-05).
final class PackageContents {

    private PackageContents() {}

    static List<Content> of(CaseToHandOver found, MeetingsToHandOver meetings) {
        return List.of(
                minutes(meetings),
                inMinutes(PackagePart.PLAN, meetings),
                new Content(
                        PackagePart.ACTIONS,
                        meetings.actions(),
                        meetings.actions() == 0 ? NONE : null),
                inMinutes(PackagePart.DISCLOSURES, meetings),
                new Content(PackagePart.ORDERS, 0, NOT_KEPT_HERE),
                inMinutes(PackagePart.VICTIMS, meetings),
                new Content(
                        PackagePart.REFERENCE_NUMBER,
                        found.referenceNumber() ? 1 : 0,
                        found.referenceNumber() ? null : NONE));
    }

    private static Content minutes(MeetingsToHandOver meetings) {
        if (meetings.drafts() > 0) {
            return new Content(PackagePart.MINUTES, meetings.minutes(), DRAFT_MINUTES);
        }
        return new Content(
                PackagePart.MINUTES, meetings.minutes(), meetings.minutes() == 0 ? NONE : null);
    }

    private static Content inMinutes(PackagePart part, MeetingsToHandOver meetings) {
        return new Content(
                part, meetings.minutes(), meetings.minutes() == 0 ? NO_APPROVED_MINUTES : null);
    }
}
