/// The local run: PostgreSQL, Zeebe, Keycloak, a mail catcher and the server on this machine.
///
/// [Up] is the way in. Each part is a [Part]; [Stack] starts them in order and stops them in
/// reverse. What stops a start is a [Refusal]: one sentence that names the port, folder, file or
/// log it is about. Nothing here is known to the server, and nothing is written outside the data
/// folder ([DataFolder]) and Maven's repository.
@NullMarked
package mappa.local;

import org.jspecify.annotations.NullMarked;
