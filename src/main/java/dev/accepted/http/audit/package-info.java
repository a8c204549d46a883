/** The audit log, as administrators read it. What it tells of is done, and written, elsewhere. */
@NullMarked
package dev.accepted.http.audit;

import org.jspecify.annotations.NullMarked;
