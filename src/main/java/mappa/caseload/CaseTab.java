package mappa.caseload;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.identity.Actor;
import mappa.identity.Operation;

/// An entry of a case's own navigation.
///
/// @param words key of its link
public record CaseTab(String path, String words, boolean current) {

    private enum Page {
        SUMMARY("", "caseload.tab.summary", Operation.READ_CASE),
        TIMELINE("/events", "caseload.tab.timeline", Operation.READ_CASE),
        LEVELS("/levels", "caseload.tab.levels", Operation.READ_CASE),
        CIRCUMSTANCES("/circumstances", "caseload.tab.circumstances", Operation.READ_CASE),
        CONTRIBUTIONS("/contributions", "caseload.tab.contributions", Operation.READ_CONTRIBUTIONS),
        ADDRESSES("/addresses", "caseload.tab.addresses", Operation.READ_CASE),
        IDENTIFIERS("/identifiers", "caseload.tab.identifiers", Operation.READ_CASE),
        ACCESSES("/accesses", "caseload.tab.accesses", Operation.READ_CASE_ACCESSES);

        private final String path;
        private final String words;
        private final Operation operation;

        Page(String path, String words, Operation operation) {
            this.path = path;
            this.words = words;
            this.operation = operation;
        }
    }

    /// The pages of a case that the actor may open.
    ///
    /// @param current end of the path of the page that is shown: `/levels`
    static List<CaseTab> of(UUID caseId, String current, Actor actor) {
        var role = actor.role();
        return Stream.of(Page.values())
                .filter(page -> role != null && page.operation.allows(role))
                .map(
                        page ->
                                new CaseTab(
                                        "/cases/" + caseId + page.path,
                                        page.words,
                                        page.path.equals(current)))
                .toList();
    }
}
