/** Imported tables as resources. */
@NullMarked
package dev.accepted.http.datasets;

import org.jspecify.annotations.NullMarked;
