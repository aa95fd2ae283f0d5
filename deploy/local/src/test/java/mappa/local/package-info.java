@NullMarked
package mappa.local;

import org.jspecify.annotations.NullMarked;
