/**
 * Tells what an inspection has found: as JSON, as a page, and as JUnit XML for build servers.
 * Nothing of it has secrets that were sent or came back.
 */
@NullMarked
package dev.accepted.types.inspections.report;

import org.jspecify.annotations.NullMarked;
