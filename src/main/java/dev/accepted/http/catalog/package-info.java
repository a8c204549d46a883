/** The job types as resources: what each takes, and where it is submitted. */
@NullMarked
package dev.accepted.http.catalog;

import org.jspecify.annotations.NullMarked;
