/**
 * The job types of this server, and what the operator has set for them; checked when it starts.
 *
 * <p>{@code engine}, its {@code intake} and {@code http} may ask. It knows {@code job} and {@code
 * config} only.
 */
@NullMarked
package dev.accepted.engine.registry;

import org.jspecify.annotations.NullMarked;
