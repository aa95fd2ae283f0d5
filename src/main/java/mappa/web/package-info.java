/// What all pages and answers share: the guard at the door, forms, words, problems, the frame
/// around a page.
///
/// Knows no feature: those contribute [NavigationItem]s and message bundles.
@NullMarked
package mappa.web;

import org.jspecify.annotations.NullMarked;
