package mappa.agency;

import mappa.web.Badge;
import mappa.web.Said;

/// An agency in words, for its pages.
record ShownAgency(AgencyDetails view) {

    public AgencySummary summary() {
        return view.agency();
    }

    /// Where it stands; its forms are beneath.
    public String path() {
        return "/agencies/" + view.id();
    }

    public boolean isEnded() {
        return summary().endedOn() != null;
    }

    /// Badge of an agreement; the word says everything.
    static Badge badge(AgreementState state) {
        var colour =
                switch (state) {
                    case LIVE -> "green";
                    case DUE_FOR_REVIEW -> "yellow";
                    case EXPIRED -> "red";
                    case NONE -> "orange";
                    case NOT_RECORDED -> "grey";
                };
        return new Badge(Said.code("agency.agreement.state", state), colour);
    }
}
