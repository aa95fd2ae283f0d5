package mappa.agency;

import io.quarkus.qute.TemplateExtension;
import mappa.web.Badge;

/// What templates say of agencies: `{agency:badge(state)}`.
@TemplateExtension(namespace = "agency")
class AgencyWords {

    private AgencyWords() {}

    static Badge badge(AgreementState state) {
        return ShownAgency.badge(state);
    }
}
