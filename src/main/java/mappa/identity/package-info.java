/// Who is acting, what their appointment lets them do, and which people, cases and referrals they
/// may see.
///
/// Keycloak says who somebody is; [Appointment] rows say what they may ([Operation] is the one
/// policy table); [Grants] says which things they may see. The database holds the same relation
/// against every row (`readable_subject`), set for each transaction by [TransactionContext].
@NullMarked
package mappa.identity;

import org.jspecify.annotations.NullMarked;
