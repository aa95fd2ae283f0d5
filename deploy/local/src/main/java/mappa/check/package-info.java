/// What `deploy/check` needs to know about test runs and a shell cannot read: [Check] is the way
/// in.
@NullMarked
package mappa.check;

import org.jspecify.annotations.NullMarked;
