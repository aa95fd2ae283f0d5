/// Documents that leave the service: the same headings, facts and tables as PDF for reading and
/// printing and as ODT for people who work with the text, each marked, and with its reader and the
/// time on every page (R-INF-03). Knows nothing of what a document is about.
@NullMarked
package mappa.document;

import org.jspecify.annotations.NullMarked;
