package mappa.demo;

import static mappa.agency.AgencyKind.DUTY_TO_COOPERATE;
import static mappa.agency.AgencyKind.INVITED;
import static mappa.agency.AgencyKind.RESPONSIBLE_AUTHORITY;

import mappa.agency.AddAgency;
import mappa.agency.AgencyKind;
import org.jspecify.annotations.Nullable;

/// Agencies of Northshire, shaped like the list that an area published (section 2.2 of the domain
/// reference); the first of them are in Southmoor too.
enum DemoAgency {
    POLICE("police", RESPONSIBLE_AUTHORITY, "POLICE", null, true),
    PROBATION("probation", RESPONSIBLE_AUTHORITY, "PROBATION", null, true),
    PRISONS("prisons", RESPONSIBLE_AUTHORITY, "PRISON", null, true),
    COUNTY_YOUTH(
            "county youth offending service", DUTY_TO_COOPERATE, "YOUTH_OFFENDING", "County", true),
    CITY_YOUTH("city youth offending service", DUTY_TO_COOPERATE, "YOUTH_OFFENDING", "City", false),
    COUNTY_CHILDREN(
            "county children’s social care and education",
            DUTY_TO_COOPERATE,
            "SOCIAL_SERVICES",
            "County",
            true),
    CITY_CHILDREN(
            "city children’s social care and education",
            DUTY_TO_COOPERATE,
            "SOCIAL_SERVICES",
            "City",
            false),
    COUNTY_ADULTS("county adult social care", DUTY_TO_COOPERATE, "SOCIAL_SERVICES", "County", true),
    CITY_ADULTS("city adult social care", DUTY_TO_COOPERATE, "SOCIAL_SERVICES", "City", false),
    MENTAL_HEALTH("mental health trust", DUTY_TO_COOPERATE, "NHS_TRUST", null, true),
    COMMUNITY_HEALTH("community health services", DUTY_TO_COOPERATE, "NHS_TRUST", null, false),
    HEALTH_BOARD("integrated care board", DUTY_TO_COOPERATE, "INTEGRATED_CARE_BOARD", null, false),
    CITY_HOUSING("city housing", DUTY_TO_COOPERATE, "HOUSING_AUTHORITY", "City", false),
    DISTRICT_HOUSING(
            "borough and district housing", DUTY_TO_COOPERATE, "HOUSING_AUTHORITY", "County", true),
    SOCIAL_LANDLORD_1(
            "social landlord: Moorgate Homes", DUTY_TO_COOPERATE, "SOCIAL_LANDLORD", null, false),
    SOCIAL_LANDLORD_2(
            "social landlord: Two Rivers Homes", DUTY_TO_COOPERATE, "SOCIAL_LANDLORD", null, false),
    JOBCENTRE("jobcentres", DUTY_TO_COOPERATE, "JOBCENTRE", null, false),
    ELECTRONIC_MONITORING(
            "electronic monitoring", DUTY_TO_COOPERATE, "ELECTRONIC_MONITORING", null, false),
    IMMIGRATION("immigration enforcement", DUTY_TO_COOPERATE, "IMMIGRATION", null, false),
    FIRE("fire and rescue", INVITED, null, null, false),
    VICTIM_SERVICE("victim service", INVITED, null, null, false);

    private final String words;
    private final AgencyKind kind;
    private final @Nullable String body;
    private final @Nullable String subArea;
    private final boolean south;

    DemoAgency(
            String words,
            AgencyKind kind,
            @Nullable String body,
            @Nullable String subArea,
            boolean south) {
        this.words = words;
        this.kind = kind;
        this.body = body;
        this.subArea = subArea;
        this.south = south;
    }

    private String nameIn(String area) {
        return area + " " + words;
    }

    AddAgency in(String area) {
        return new AddAgency(nameIn(area), kind, body, subArea);
    }

    boolean isInvited() {
        return kind == INVITED;
    }

    boolean isInSouth() {
        return south;
    }
}
