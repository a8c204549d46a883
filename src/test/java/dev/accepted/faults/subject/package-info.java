/**
 * What the suite adds to a copy of the WAR: a job type whose effects can be counted from outside.
 * Never part of the product.
 */
@NullMarked
package dev.accepted.faults.subject;

import org.jspecify.annotations.NullMarked;
