package mappa.local;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/// Somebody who can sign in. Keycloak says only who they are; what they may do is in the server's
/// own demo area, which knows them by the same id.
///
/// @param username also the name that is typed at the sign-in
/// @param first first name as shown, a word for the role
/// @param last the rest of the name as shown
/// @param purpose what one signs in as this user for
record DemoUser(String username, String first, String last, String purpose) {
    static final DemoUser SYSTEM_ADMIN =
            new DemoUser(
                    "system.admin",
                    "System",
                    "Admin",
                    "appointments and area settings; reads no case");

    private static final List<DemoUser> DEMO =
            List.of(
                    new DemoUser(
                            "coordinator.a",
                            "Coordinator",
                            "A",
                            "MAPPA coordinator, first seat of the panel"),
                    new DemoUser(
                            "coordinator.b", "Coordinator", "B", "MAPPA coordinator, second seat"),
                    new DemoUser(
                            "administrator",
                            "Administrator",
                            "MAPPA unit",
                            "MAPPA administrator: checks referrals, arranges meetings"),
                    new DemoUser(
                            "police.di",
                            "Detective Inspector",
                            "A",
                            "police, third seat of the panel"),
                    new DemoUser(
                            "deputy.coordinator",
                            "Deputy",
                            "Coordinator",
                            "takes a coordinator's seat after a conflict of interest"),
                    new DemoUser(
                            "deputy.di",
                            "Deputy",
                            "Detective Inspector",
                            "takes the police seat after a conflict of interest"),
                    new DemoUser("chair", "Chair", "A", "chairs meetings"),
                    new DemoUser(
                            "referrer.probation", "Referrer", "Probation", "refers from probation"),
                    new DemoUser(
                            "referrer.yos",
                            "Referrer",
                            "Youth Offending Service",
                            "refers from youth justice"),
                    new DemoUser(
                            "owner.probation",
                            "Case Owner",
                            "Probation",
                            "manages cases in probation"),
                    new DemoUser(
                            "spoc.housing",
                            "Contact",
                            "Housing",
                            "single point of contact, housing"),
                    new DemoUser(
                            "spoc.health", "Contact", "Health", "single point of contact, health"),
                    new DemoUser(
                            "spoc.childrens",
                            "Contact",
                            "Childrens Services",
                            "single point of contact, children's services"),
                    new DemoUser(
                            "spoc.police", "Contact", "Police", "single point of contact, police"),
                    new DemoUser(
                            "spoc.probation",
                            "Contact",
                            "Probation",
                            "single point of contact, probation"),
                    new DemoUser(
                            "spoc.prison",
                            "Contact",
                            "Prisons",
                            "single point of contact, prisons"),
                    new DemoUser(
                            "spoc.yos",
                            "Contact",
                            "Youth Offending Service",
                            "single point of contact, youth offending"),
                    new DemoUser(
                            "spoc.adults",
                            "Contact",
                            "Adult Social Care",
                            "single point of contact, adult social care"),
                    new DemoUser(
                            "spoc.jobcentre",
                            "Contact",
                            "Jobcentres",
                            "single point of contact, jobcentres"),
                    new DemoUser(
                            "deputy.housing",
                            "Deputy Contact",
                            "Housing",
                            "deputy of the housing contact"),
                    new DemoUser(
                            "deputy.police",
                            "Deputy Contact",
                            "Police",
                            "deputy of the police contact"),
                    new DemoUser(
                            "manager.housing",
                            "Manager",
                            "Housing",
                            "is told when housing does not answer"),
                    new DemoUser(
                            "practitioner.housing",
                            "Practitioner",
                            "Housing",
                            "housing practitioner"),
                    new DemoUser("vlo", "Victim Liaison", "Officer", "victim liaison officer"),
                    new DemoUser(
                            "smb.chair",
                            "Board",
                            "Chair",
                            "chair of the strategic management board"),
                    new DemoUser("smb.member", "Board", "Member", "member of the board"),
                    new DemoUser("lay.adviser", "Lay", "Adviser", "lay adviser"),
                    new DemoUser(
                            "auditor",
                            "Auditor",
                            "A",
                            "looks at who looked, for a sample of cases; scores audits"),
                    new DemoUser("auditor.b", "Auditor", "B", "second scorer of audits"),
                    new DemoUser(
                            "governance", "Information", "Governance", "information governance"),
                    new DemoUser(
                            "nsd",
                            "National Security",
                            "Division",
                            "probation's National Security Division"),
                    SYSTEM_ADMIN,
                    new DemoUser(
                            "coordinator.southmoor",
                            "Coordinator",
                            "Southmoor",
                            "coordinator of the other area, Southmoor"));

    /// Who can sign in to a new installation.
    static List<DemoUser> all(boolean empty) {
        return empty ? List.of(SYSTEM_ADMIN) : DEMO;
    }

    UUID id() {
        return idOf(username);
    }

    /// The server's demo area computes the same.
    static UUID idOf(String username) {
        return UUID.nameUUIDFromBytes(
                ("case-meetings:" + username).getBytes(StandardCharsets.UTF_8));
    }

    String email() {
        return username + "@northshire.example";
    }
}
