package mappa.demo;

import static mappa.agency.AgreementKind.INFORMATION_SHARING;
import static mappa.agency.AgreementKind.MEMORANDUM;
import static mappa.demo.DemoUser.COORDINATOR_A;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.agency.AgreementKind;
import mappa.agency.NameContacts;
import mappa.agency.Occasion;
import mappa.agency.RecordAgreement;
import mappa.agency.SetCoreAgencies;
import mappa.agency.SetOccasion;
import mappa.identity.Role;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// Who speaks for Northshire's agencies, what was agreed with them, in each state that there is,
/// and whom each level always asks.
class DemoPartners {

    private static final int SIGNED_DAYS_AGO = 330;

    private final DemoScript script;

    DemoPartners(DemoScript script) {
        this.script = script;
    }

    void add() {
        contacts(
                DemoAgency.POLICE,
                DemoUser.SPOC_POLICE,
                DemoUser.DEPUTY_POLICE,
                DemoUser.POLICE_DI);
        contacts(DemoAgency.PROBATION, DemoUser.SPOC_PROBATION, null, DemoUser.OWNER_PROBATION);
        contacts(DemoAgency.PRISONS, DemoUser.SPOC_PRISON, null, null);
        contacts(
                DemoAgency.CITY_HOUSING,
                DemoUser.SPOC_HOUSING,
                DemoUser.DEPUTY_HOUSING,
                DemoUser.MANAGER_HOUSING);
        contacts(DemoAgency.MENTAL_HEALTH, DemoUser.SPOC_HEALTH, null, null);
        contacts(DemoAgency.COUNTY_CHILDREN, DemoUser.SPOC_CHILDRENS, null, DemoUser.SMB_MEMBER);
        contacts(DemoAgency.COUNTY_YOUTH, DemoUser.SPOC_YOS, null, null);
        contacts(DemoAgency.COUNTY_ADULTS, DemoUser.SPOC_ADULTS, null, null);
        contacts(DemoAgency.JOBCENTRE, DemoUser.SPOC_JOBCENTRE, null, null);
        for (var agency : DemoAgency.values()) {
            if (agency.isInvited()) {
                continue;
            }
            agreement(agency, MEMORANDUM, 200);
            if (agency != DemoAgency.SOCIAL_LANDLORD_2) { // of one nobody has said
                agreement(agency, INFORMATION_SHARING, reviewIn(agency));
            }
        }
        agreement(DemoAgency.FIRE, INFORMATION_SHARING, 90);
        agreement(DemoAgency.VICTIM_SERVICE, INFORMATION_SHARING, null);
        var core = Stream.of(DemoAgency.values()).filter(agency -> !agency.isInvited()).toList();
        core(2, core.stream().filter(agency -> agency.ordinal() < CORE_OF_LEVEL_2).toList());
        core(3, core);
        occasion(
                Occasion.CHILD,
                DemoAgency.COUNTY_YOUTH,
                DemoAgency.CITY_YOUTH,
                DemoAgency.COUNTY_CHILDREN,
                DemoAgency.CITY_CHILDREN);
        occasion(Occasion.HOSPITAL, DemoAgency.MENTAL_HEALTH);
        occasion(Occasion.ARSON, DemoAgency.FIRE);
    }

    // the agencies of the published list up to jobcentres; Level 3 asks the others too
    private static final int CORE_OF_LEVEL_2 = DemoAgency.JOBCENTRE.ordinal() + 1;

    private static @Nullable Integer reviewIn(DemoAgency agency) {
        return switch (agency) {
            case DISTRICT_HOUSING -> 14; // due for review
            case SOCIAL_LANDLORD_1 -> -20; // expired
            case COMMUNITY_HEALTH -> null; // none
            default -> 120;
        };
    }

    private void contacts(
            DemoAgency agency,
            DemoUser spoc,
            @Nullable DemoUser deputy,
            @Nullable DemoUser manager) {
        step(
                "contacts/" + agency,
                actor ->
                        script.services()
                                .agencies()
                                .nameContacts(
                                        new NameContacts(
                                                id(agency),
                                                script.person(spoc),
                                                person(deputy),
                                                person(manager),
                                                0),
                                        actor));
    }

    private @Nullable UUID person(@Nullable DemoUser user) {
        return user == null ? null : script.person(user);
    }

    /// @param reviewIn days from today to its review; null: there is none
    private void agreement(DemoAgency agency, AgreementKind kind, @Nullable Integer reviewIn) {
        LocalDate signed = reviewIn == null ? null : script.today().minusDays(SIGNED_DAYS_AGO);
        LocalDate review = reviewIn == null ? null : script.today().plusDays(reviewIn);
        step(
                "agreement/" + agency + "/" + kind,
                actor ->
                        script.services()
                                .agencies()
                                .recordAgreement(
                                        new RecordAgreement(id(agency), kind, signed, review, 0),
                                        actor));
    }

    private void core(int level, List<DemoAgency> agencies) {
        step(
                "core/" + level,
                actor ->
                        script.services()
                                .agencies()
                                .setCore(
                                        new SetCoreAgencies(
                                                level,
                                                agencies.stream().map(this::id).toList(),
                                                London.dayOf(script.founding()),
                                                0),
                                        actor));
    }

    private void occasion(Occasion occasion, DemoAgency... agencies) {
        step(
                "occasion/" + occasion,
                actor ->
                        script.services()
                                .occasions()
                                .set(
                                        new SetOccasion(
                                                occasion,
                                                Stream.of(agencies).map(this::id).toList(),
                                                0),
                                        actor));
    }

    private UUID id(DemoAgency agency) {
        return script.agency(agency, script.places().north());
    }

    private void step(String name, java.util.function.Consumer<mappa.identity.Actor> work) {
        script.add(
                name,
                script.founded(),
                COORDINATOR_A,
                Role.MAPPA_COORDINATOR,
                actor -> {
                    work.accept(actor);
                    return null;
                });
    }
}
