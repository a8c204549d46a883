/** What came of each fault, for people and for machines. */
@NullMarked
package dev.accepted.faults.report;

import org.jspecify.annotations.NullMarked;
