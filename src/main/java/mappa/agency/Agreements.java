package mappa.agency;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/// How the agreements with agencies stand: what other packages ask before they share (R-INF-05).
@ApplicationScoped
public class Agreements {

    private final Agencies agencies;
    private final Areas areas;

    Agreements(Agencies agencies, Areas areas) {
        this.agencies = agencies;
        this.areas = areas;
    }

    /// How an agreement with an agency stands on a day.
    public AgreementState state(AgencyView agency, AgreementKind kind, LocalDate on) {
        return state(agencies.agreements(agency.id()), kind, on, notice(agency.area(), on));
    }

    /// Whether an agency may be asked to meetings: a guest only under a live information sharing
    /// agreement (section 2.2 of the reference).
    public boolean mayBeInvited(AgencyView agency, LocalDate on) {
        return agency.kind() != AgencyKind.INVITED
                || state(agency, AgreementKind.INFORMATION_SHARING, on).counts();
    }

    /// @param said of one agency, the latest first
    static AgreementState state(
            List<Agreement> said, AgreementKind kind, LocalDate on, int notice) {
        return said.stream()
                .filter(agreement -> agreement.kind() == kind)
                .findFirst()
                .map(agreement -> agreement.state(on, notice))
                .orElse(AgreementState.NOT_RECORDED);
    }

    int notice(String area, LocalDate on) {
        return areas.settings(area, on).number(Setting.AGREEMENT_NOTICE_DAYS);
    }
}
