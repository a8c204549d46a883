/**
 * Hands the built-in job types what they need to know of the settings. The types themselves, one
 * sub-package each, know neither settings nor server.
 */
@NullMarked
package dev.accepted.types;

import org.jspecify.annotations.NullMarked;
