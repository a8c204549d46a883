/**
 * Serves the metrics to whoever scrapes them. A leaf of {@code http}: it uses {@code metrics} and
 * the headers.
 */
@NullMarked
package dev.accepted.http.metrics;

import org.jspecify.annotations.NullMarked;
