package mappa.caseload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalDate;

/// Settings of the installation for people and cases.
@ConfigMapping(prefix = "mappa.caseload")
interface CaseloadSettings {

    /// First day on which Category 4 is offered (CAT-06). It began after 31 March 2022; the exact
    /// day was not found in public.
    @WithDefault("2022-04-01")
    LocalDate category4From();

    /// How many days ahead at most an auditor is given a case.
    @WithDefault("28")
    int sampleDays();
}
