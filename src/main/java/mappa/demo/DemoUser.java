package mappa.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static mappa.demo.DemoAgency.CITY_HOUSING;
import static mappa.demo.DemoAgency.COUNTY_ADULTS;
import static mappa.demo.DemoAgency.COUNTY_CHILDREN;
import static mappa.demo.DemoAgency.COUNTY_YOUTH;
import static mappa.demo.DemoAgency.JOBCENTRE;
import static mappa.demo.DemoAgency.MENTAL_HEALTH;
import static mappa.demo.DemoAgency.POLICE;
import static mappa.demo.DemoAgency.PRISONS;
import static mappa.demo.DemoAgency.PROBATION;

import java.util.List;
import java.util.UUID;
import mappa.identity.Grade;
import mappa.identity.Role;
import org.jspecify.annotations.Nullable;

/// Somebody who can sign in to the invented areas; the local Keycloak knows them by the same id.
enum DemoUser {
    COORDINATOR_A("coordinator.a", "Coordinator A", post(Role.MAPPA_COORDINATOR, PROBATION)),
    COORDINATOR_B("coordinator.b", "Coordinator B", post(Role.MAPPA_COORDINATOR, POLICE)),
    ADMINISTRATOR(
            "administrator", "Administrator MAPPA unit", post(Role.MAPPA_ADMINISTRATOR, null)),
    POLICE_DI("police.di", "Detective Inspector A", post(Role.PANEL_MEMBER, POLICE)),
    DEPUTY_COORDINATOR(
            "deputy.coordinator", "Deputy Coordinator", post(Role.MAPPA_COORDINATOR, PROBATION)),
    DEPUTY_DI("deputy.di", "Deputy Detective Inspector", post(Role.PANEL_MEMBER, POLICE)),
    CHAIR("chair", "Chair A", post(Role.CHAIR, PROBATION)),
    REFERRER_PROBATION("referrer.probation", "Referrer Probation", post(Role.REFERRER, PROBATION)),
    REFERRER_YOS(
            "referrer.yos", "Referrer Youth Offending Service", post(Role.REFERRER, COUNTY_YOUTH)),
    /// Two appointments, so that *acting as* can be tried.
    OWNER_PROBATION(
            "owner.probation",
            "Case Owner Probation",
            post(Role.CASE_OWNER, PROBATION),
            post(Role.REFERRER, PROBATION)),
    SPOC_HOUSING("spoc.housing", "Contact Housing", post(Role.AGENCY_SPOC, CITY_HOUSING)),
    SPOC_HEALTH("spoc.health", "Contact Health", post(Role.AGENCY_SPOC, MENTAL_HEALTH)),
    SPOC_CHILDRENS(
            "spoc.childrens",
            "Contact Childrens Services",
            post(Role.AGENCY_SPOC, COUNTY_CHILDREN)),
    SPOC_POLICE("spoc.police", "Contact Police", post(Role.AGENCY_SPOC, POLICE)),
    SPOC_PROBATION("spoc.probation", "Contact Probation", post(Role.AGENCY_SPOC, PROBATION)),
    SPOC_PRISON("spoc.prison", "Contact Prisons", post(Role.AGENCY_SPOC, PRISONS)),
    SPOC_YOS("spoc.yos", "Contact Youth Offending Service", post(Role.AGENCY_SPOC, COUNTY_YOUTH)),
    SPOC_ADULTS("spoc.adults", "Contact Adult Social Care", post(Role.AGENCY_SPOC, COUNTY_ADULTS)),
    SPOC_JOBCENTRE("spoc.jobcentre", "Contact Jobcentres", post(Role.AGENCY_SPOC, JOBCENTRE)),
    DEPUTY_HOUSING(
            "deputy.housing", "Deputy Contact Housing", post(Role.AGENCY_SPOC, CITY_HOUSING)),
    DEPUTY_POLICE("deputy.police", "Deputy Contact Police", post(Role.AGENCY_SPOC, POLICE)),
    MANAGER_HOUSING(
            "manager.housing", "Manager Housing", post(Role.AGENCY_PRACTITIONER, CITY_HOUSING)),
    PRACTITIONER_HOUSING(
            "practitioner.housing",
            "Practitioner Housing",
            post(Role.AGENCY_PRACTITIONER, CITY_HOUSING)),
    VLO("vlo", "Victim Liaison Officer", post(Role.VLO, PROBATION)),
    SMB_CHAIR("smb.chair", "Board Chair", post(Role.SMB_CHAIR, POLICE)),
    SMB_MEMBER("smb.member", "Board Member", post(Role.SMB_MEMBER, COUNTY_CHILDREN)),
    LAY_ADVISER("lay.adviser", "Lay Adviser", post(Role.LAY_ADVISER, null)),
    AUDITOR("auditor", "Auditor A", post(Role.AUDITOR, null)),
    AUDITOR_B("auditor.b", "Auditor B", post(Role.AUDITOR, null)),
    GOVERNANCE("governance", "Information Governance", post(Role.INFORMATION_GOVERNANCE, POLICE)),
    NSD("nsd", "National Security Division", post(Role.NSD_REPRESENTATIVE, PROBATION)),
    COORDINATOR_SOUTHMOOR(
            "coordinator.southmoor",
            "Coordinator Southmoor",
            post(Role.MAPPA_COORDINATOR, PROBATION));

    /// One appointment.
    ///
    /// @param agency null for somebody of the area itself
    record Post(Role role, @Nullable DemoAgency agency) {

        /// A chair is senior enough for both levels; other roles ask for no grade.
        @Nullable Grade grade() {
            return role == Role.CHAIR ? Grade.SENIOR_MANAGER : null;
        }
    }

    private final String username;
    private final String shown;
    private final List<Post> posts;

    DemoUser(String username, String shown, Post... posts) {
        this.username = username;
        this.shown = shown;
        this.posts = List.of(posts);
    }

    private static Post post(Role role, @Nullable DemoAgency agency) {
        return new Post(role, agency);
    }

    /// Id at the identity provider; the launcher computes the same.
    String subject() {
        return UUID.nameUUIDFromBytes(("case-meetings:" + username).getBytes(UTF_8)).toString();
    }

    String shown() {
        return shown;
    }

    String email() {
        return username + "@northshire.example";
    }

    List<Post> posts() {
        return posts;
    }

    String areaIn(DemoPlaces places) {
        return this == COORDINATOR_SOUTHMOOR ? places.south() : places.north();
    }
}
