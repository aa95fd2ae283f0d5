package mappa.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import mappa.audit.AuditChain.Verification;
import mappa.identity.Actor;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;

/// What may be asked about the audit itself; asking is audited like everything else.
@ApplicationScoped
@Transactional
public class AuditService {

    private final AuditChain chain;
    private final AuditTrail audit;
    private final CurrentActor current;

    AuditService(AuditChain chain, AuditTrail audit, CurrentActor current) {
        this.chain = chain;
        this.audit = audit;
        this.current = current;
    }

    /// Verifies the chain of the actor's area and that of the whole service's administration.
    ///
    /// The rows are read as the system, for only so all of them are seen; nothing of them but their
    /// number and the last hash is answered.
    public List<Verification> verification(Actor actor) {
        audit.record(actor, new Consulted("audit-verification", List.of()));
        return Stream.of(actor.areaFor(Operation.VERIFY_AUDIT), AuditTrail.NO_AREA)
                .map(area -> current.as(Actor.system("audit.verify"), () -> chain.verify(area)))
                .toList();
    }
}
