/// Who works here in which role: people who signed in, their appointments, and how these are given
/// and ended.
///
/// An appointment is proposed by a system administrator and takes effect when a second person
/// confirms it (SEC-32); what an installation with one person does is in ADR 8. Nothing here says
/// anything of a case. What somebody may is read on each request ([mappa.identity.Actors]), so an
/// ended appointment acts at once.
@NullMarked
package mappa.appointment;

import org.jspecify.annotations.NullMarked;
