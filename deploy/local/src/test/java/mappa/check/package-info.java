@NullMarked
package mappa.check;

import org.jspecify.annotations.NullMarked;
