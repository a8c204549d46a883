/** How things stand, at a glance: what the pages' overview shows. */
@NullMarked
package dev.accepted.http.overview;

import org.jspecify.annotations.NullMarked;
