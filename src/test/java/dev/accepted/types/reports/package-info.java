/** Tests of the reports: each format is read back by somebody else's library. */
@NullMarked
package dev.accepted.types.reports;

import org.jspecify.annotations.NullMarked;
