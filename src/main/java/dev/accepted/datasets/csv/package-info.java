/**
 * CSV files become datasets: how a file is written (charset, separator, header), what its columns
 * hold, and the load that can be cut off and taken up again.
 *
 * <p>Job types use it; it uses {@code datasets} and {@code job}.
 */
@NullMarked
package dev.accepted.datasets.csv;

import org.jspecify.annotations.NullMarked;
