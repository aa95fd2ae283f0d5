package mappa.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.agency.AgencyService;
import mappa.agency.AreaService;
import mappa.agency.InstallationService;
import mappa.agency.OccasionService;
import mappa.caseload.CaseloadService;
import mappa.caseload.CircumstanceService;
import mappa.caseload.SampleService;
import mappa.document.OdtWriter;
import mappa.expiry.ExpiryService;
import mappa.file.FileUploads;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.CurrentActor;
import mappa.levelone.LevelOneService;
import mappa.meeting.ActionService;
import mappa.meeting.InvitationService;
import mappa.meeting.InvolvementService;
import mappa.meeting.MeetingService;
import mappa.meeting.MinutesService;
import mappa.meeting.RecordService;
import mappa.observation.ObservationService;
import mappa.qualityaudit.DrawService;
import mappa.qualityaudit.QualityAuditService;
import mappa.qualityaudit.QualityFormService;
import mappa.qualityaudit.ScoringService;
import mappa.referral.ReferralService;
import mappa.time.Past;
import mappa.transfer.TransferService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Carries out the steps of the invented areas in the order of their moments, each as whoever did
/// it.
@ApplicationScoped
class DemoLoader {

    private static final Logger LOG = Logger.getLogger(DemoLoader.class);
    private static final Actor SYSTEM = Actor.system("demo");

    /// What the steps are made with.
    record Services(
            InstallationService installation,
            AgencyService agencies,
            OccasionService occasions,
            AreaService areas,
            CaseloadService caseload,
            CircumstanceService circumstances,
            ReferralService referrals,
            MeetingService meetings,
            InvitationService invitations,
            RecordService records,
            ActionService actions,
            MinutesService minutes,
            FileUploads files,
            OdtWriter papers,
            TransferService transfers,
            InvolvementService involvement,
            Actors actors,
            SampleService samples,
            LevelOneService levelOne,
            ExpiryService expiries,
            Clock clock,
            QualityFormService forms,
            DrawService draws,
            ScoringService scoring,
            QualityAuditService audits,
            ObservationService observations) {}

    private final Services services;
    private final DemoService demo;
    private final CurrentActor current;
    private final String issuer;

    DemoLoader(
            InstallationService installation,
            AgencyService agencies,
            OccasionService occasions,
            AreaService areas,
            CaseloadService caseload,
            CircumstanceService circumstances,
            ReferralService referrals,
            MeetingService meetings,
            InvitationService invitations,
            RecordService records,
            ActionService actions,
            MinutesService minutes,
            FileUploads files,
            OdtWriter papers,
            TransferService transfers,
            InvolvementService involvement,
            Actors actors,
            SampleService samples,
            LevelOneService levelOne,
            ExpiryService expiries,
            Clock clock,
            QualityFormService forms,
            DrawService draws,
            ScoringService scoring,
            QualityAuditService audits,
            ObservationService observations,
            DemoService demo,
            CurrentActor current,
            @ConfigProperty(name = "mappa.identity.issuer") String issuer) {
        services =
                new Services(
                        installation,
                        agencies,
                        occasions,
                        areas,
                        caseload,
                        circumstances,
                        referrals,
                        meetings,
                        invitations,
                        records,
                        actions,
                        minutes,
                        files,
                        papers,
                        transfers,
                        involvement,
                        actors,
                        samples,
                        levelOne,
                        expiries,
                        clock,
                        forms,
                        draws,
                        scoring,
                        audits,
                        observations);
        this.demo = demo;
        this.current = current;
        this.issuer = issuer;
    }

    boolean hasBegun(DemoPlaces places) {
        return demo.done(SYSTEM).contains(begin(places));
    }

    void load(DemoPlaces places) {
        load(places, Integer.MAX_VALUE);
    }

    /// @param most how many steps at most are done now
    @ActivateRequestContext
    void load(DemoPlaces places, int most) {
        var begun = current.as(SYSTEM, () -> demo.begin(begin(places), SYSTEM));
        Map<String, UUID> results = new HashMap<>(demo.results(SYSTEM));
        var steps = steps(places, begun, results);
        var done = demo.done(SYSTEM);
        var left = steps.stream().filter(step -> !done.contains(step.name())).toList();
        left.stream().limit(most).forEach(step -> carryOut(step, places, results));
        LOG.infof("%d of %d demo steps done now", Math.min(most, left.size()), steps.size());
    }

    private List<Step> steps(DemoPlaces places, Instant begun, Map<String, UUID> results) {
        var script = new DemoScript(services, places, issuer, begun, results);
        return script.steps().stream().sorted(Comparator.comparing(Step::at)).toList();
    }

    private void carryOut(Step step, DemoPlaces places, Map<String, UUID> results) {
        var result =
                Past.at(
                        step.at(),
                        () -> {
                            var actor = actor(step, places);
                            return current.as(actor, () -> demo.once(step, actor));
                        });
        if (result != null) {
            results.put(step.name(), result);
        }
    }

    private Actor actor(Step step, DemoPlaces places) {
        var user = step.user();
        if (user == null) {
            return SYSTEM;
        }
        var area = user.areaIn(places);
        var known = services.actors().find(issuer, user.subject(), null).orElseThrow();
        var acting =
                known.appointments().stream()
                        .filter(one -> area.equals(one.area()) && one.role() == step.role())
                        .findFirst()
                        .orElseThrow();
        return services.actors().find(issuer, user.subject(), acting.id()).orElseThrow();
    }

    private static String begin(DemoPlaces places) {
        return places.north() + "/begin";
    }
}
