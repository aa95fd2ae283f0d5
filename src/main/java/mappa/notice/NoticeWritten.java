package mappa.notice;

/// There is a mail to send once the running transaction has committed.
record NoticeWritten() {}
