/**
 * The operator's settings, read and checked once when the server starts, and the clock that
 * everything else is given.
 *
 * <p>A leaf: every package but {@code job}, {@code types} and {@code datasets} may use it; it uses
 * the JDK, CDI and MicroProfile Config. Nothing outside this package reads the clock of the
 * machine.
 */
@NullMarked
package dev.accepted.config;

import org.jspecify.annotations.NullMarked;
