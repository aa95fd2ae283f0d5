/// Mails that tell somebody that something waits for them: a kind, a reference, a day and a link,
/// and nothing about a person.
///
/// Features call [Notices] in the transaction of the cause. A mail is sent after commit, and once;
/// only where the server died between the mail server's answer and our mark it is sent again, with
/// the same Message-ID, and counted.
@NullMarked
package mappa.notice;

import org.jspecify.annotations.NullMarked;
