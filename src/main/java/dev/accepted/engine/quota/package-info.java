/**
 * What callers may have, and how much of that they have. The engine asks it before it stores a job;
 * {@code http} shows it.
 */
@NullMarked
package dev.accepted.engine.quota;

import org.jspecify.annotations.NullMarked;
