/**
 * What is counted and measured, for Prometheus. {@link dev.accepted.metrics.Metrics} names every
 * metric once; the engine and the store tell what happens through their observers, which are
 * implemented here, and know nothing of this package.
 *
 * <p>Only {@code http} may use it, to serve {@link dev.accepted.metrics.Exposition} and to tell of
 * requests that wait and streams; it uses {@code engine}, {@code store} and {@code job}.
 */
@NullMarked
package dev.accepted.metrics;

import org.jspecify.annotations.NullMarked;
