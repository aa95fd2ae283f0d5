package mappa.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;

/// Carries out what a decision brings about on things that its maker may not see, in the decision's
/// own transaction: the vote that accepts a referral sets the level of a case to which a panel
/// member has no relation.
///
/// The database lets the work read and write as the system would; who acts, and so the audit, stays
/// the same. Nothing that was read so may reach the maker's answer.
@ApplicationScoped
public class Consequences {

    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transactions;

    Consequences(EntityManager entities, TransactionSynchronizationRegistry transactions) {
        this.entities = entities;
        this.transactions = transactions;
    }

    /// Runs the work; if it fails, so does the whole transaction.
    public <T> T bringAbout(Supplier<T> work) {
        var before = system();
        system("true");
        try {
            var result = work.get();
            entities.flush(); // what it wrote goes out while it may
            system(before);
            return result;
        } catch (RuntimeException failed) {
            transactions.setRollbackOnly();
            throw failed;
        }
    }

    private String system() {
        return (String)
                entities.createNativeQuery(
                                "select coalesce(current_setting('mappa.system', true), '')",
                                String.class)
                        .getSingleResult();
    }

    private void system(String value) {
        entities.createNativeQuery("select set_config('mappa.system', :value, true)", String.class)
                .setParameter("value", value)
                .getSingleResult();
    }
}
