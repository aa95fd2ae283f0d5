package mappa.demo;

import static mappa.agency.AgencyKind.DUTY_TO_COOPERATE;
import static mappa.agency.AgencyKind.INVITED;
import static mappa.agency.AgencyKind.RESPONSIBLE_AUTHORITY;

import mappa.agency.AgencyKind;

/// Agencies of Northshire, shaped like the list that an area published (section 2.2 of the domain
/// reference); the first of them are in Southmoor too.
enum DemoAgency {
    POLICE("police", RESPONSIBLE_AUTHORITY, true),
    PROBATION("probation", RESPONSIBLE_AUTHORITY, true),
    PRISONS("prisons", RESPONSIBLE_AUTHORITY, true),
    COUNTY_YOUTH("county youth offending service", DUTY_TO_COOPERATE, true),
    CITY_YOUTH("city youth offending service", DUTY_TO_COOPERATE, false),
    COUNTY_CHILDREN("county children’s social care and education", DUTY_TO_COOPERATE, true),
    CITY_CHILDREN("city children’s social care and education", DUTY_TO_COOPERATE, false),
    COUNTY_ADULTS("county adult social care", DUTY_TO_COOPERATE, true),
    CITY_ADULTS("city adult social care", DUTY_TO_COOPERATE, false),
    MENTAL_HEALTH("mental health trust", DUTY_TO_COOPERATE, true),
    COMMUNITY_HEALTH("community health services", DUTY_TO_COOPERATE, false),
    HEALTH_BOARD("integrated care board", DUTY_TO_COOPERATE, false),
    CITY_HOUSING("city housing", DUTY_TO_COOPERATE, false),
    DISTRICT_HOUSING("borough and district housing", DUTY_TO_COOPERATE, true),
    SOCIAL_LANDLORD_1("social landlord: Moorgate Homes", DUTY_TO_COOPERATE, false),
    SOCIAL_LANDLORD_2("social landlord: Two Rivers Homes", DUTY_TO_COOPERATE, false),
    JOBCENTRE("jobcentres", DUTY_TO_COOPERATE, false),
    ELECTRONIC_MONITORING("electronic monitoring", DUTY_TO_COOPERATE, false),
    IMMIGRATION("immigration enforcement", DUTY_TO_COOPERATE, false),
    FIRE("fire and rescue", INVITED, false),
    VICTIM_SERVICE("victim service", INVITED, false);

    private final String words;
    private final AgencyKind kind;
    private final boolean south;

    DemoAgency(String words, AgencyKind kind, boolean south) {
        this.words = words;
        this.kind = kind;
        this.south = south;
    }

    String nameIn(String area) {
        return area + " " + words;
    }

    AgencyKind kind() {
        return kind;
    }

    boolean isInSouth() {
        return south;
    }
}
