package mappa.agency;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import mappa.departure.Departable;

/// Limits of meetings that can be departed from, with a recorded reason (R-GOV-01).
class AgencyDepartures {

    @Produces
    @Singleton
    Departable firstMeeting() {
        return new Departable(AgencyRule.FIRST_MEETING, "agency.departure.first-meeting");
    }

    @Produces
    @Singleton
    Departable window() {
        return new Departable(AgencyRule.WINDOW, "agency.departure.window");
    }

    @Produces
    @Singleton
    Departable sentence() {
        return new Departable(AgencyRule.SENTENCE, "agency.departure.sentence");
    }

    @Produces
    @Singleton
    Departable reviewLevel2() {
        return new Departable(AgencyRule.REVIEW_LEVEL_2, "agency.departure.review-level-2");
    }

    @Produces
    @Singleton
    Departable reviewLevel3() {
        return new Departable(AgencyRule.REVIEW_LEVEL_3, "agency.departure.review-level-3");
    }

    @Produces
    @Singleton
    Departable reviewHeld() {
        return new Departable(AgencyRule.REVIEW_HELD, "agency.departure.review-held");
    }

    @Produces
    @Singleton
    Departable chairsDate() {
        return new Departable(AgencyRule.REVIEW_ARRANGED, "agency.departure.chairs-date");
    }
}
