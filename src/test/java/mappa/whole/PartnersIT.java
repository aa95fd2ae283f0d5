package mappa.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The pages of partners, users and departures in a browser, with the demo area's partners.
class PartnersIT {

    @Test
    @Tag("INF-06")
    void areUsedInABrowserWithoutAnythingForAxeToFind() {
        var found = new TreeSet<String>();
        try (var unit = Browser.open().signIn("coordinator.a")) {
            unit.go("/agencies");
            assertThat(unit.screen()).isEqualTo("S-80");
            assertThat(unit.text())
                    .contains("Live", "Due for review", "Expired", "None", "Not recorded")
                    .contains("Guest: no live agreement");
            found.addAll(unit.picture("agencies").axe());
            unit.follow("Northshire city housing");
            assertThat(unit.text())
                    .contains("Contact Housing", "Deputy Contact Housing", "Manager Housing");
            found.addAll(unit.picture("agency").axe());
            unit.follow("Change contacts");
            found.addAll(unit.picture("agency-contacts").axe());
            unit.press("Change contacts");
            assertThat(unit.text()).contains("These are its contacts already");
            found.addAll(unit.picture("agency-contacts-refused").axe());
            unit.go("/agencies").follow("Northshire community health services");
            unit.follow("Information sharing agreement");
            found.addAll(unit.picture("agreement").axe());
            unit.go("/agencies").follow("Northshire jobcentres").follow("End this agency");
            found.addAll(unit.picture("agency-end").axe());
            unit.go("/agencies/core/2");
            found.addAll(unit.picture("core-agencies").axe());
            unit.go("/agencies/new").press("Add agency");
            assertThat(unit.text()).contains("Select as what it takes part");
            found.addAll(unit.picture("agency-add-refused").axe());
            unit.go("/departures");
            assertThat(unit.screen()).isEqualTo("S-79");
            found.addAll(unit.picture("departures").axe());
            unit.go("/departures/new").press("Record departure");
            assertThat(unit.text()).contains("Enter why");
            found.addAll(unit.picture("departure-refused").axe());
        }
        try (var admin = Browser.open().signIn("system.admin")) {
            admin.go("/users");
            assertThat(admin.screen()).isEqualTo("S-112");
            found.addAll(admin.picture("users").axe());
            admin.follow("Contact Housing");
            found.addAll(admin.picture("user").axe());
            admin.follow("Give a role");
            found.addAll(admin.picture("user-propose").axe());
            admin.choose("role", "AUDITOR").choose("area", "NS").press("Propose this role");
            assertThat(admin.text()).contains("Waits for a second person");
            found.addAll(admin.picture("user-waiting").axe());
            admin.press("Take this proposal back");
            assertThat(admin.text()).contains("Refused or taken back");
            admin.go("/areas");
            found.addAll(admin.picture("areas").axe());
        }
        try (var narrow = Browser.narrow().signIn("spoc.housing")) {
            narrow.go("/agencies");
            found.addAll(narrow.picture("agencies-narrow").axe());
            assertThat(narrow.text()).doesNotContain("Add an agency");
        }
        assertThat(found).isEmpty();
    }
}
