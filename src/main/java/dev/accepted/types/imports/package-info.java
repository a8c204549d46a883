/**
 * The job type {@code import}: a CSV file becomes a dataset.
 *
 * <p>Nobody calls it but the engine, which finds it as a bean. It uses {@code datasets} and {@code
 * job}.
 */
@NullMarked
package dev.accepted.types.imports;

import org.jspecify.annotations.NullMarked;
