/**
 * Imported tables: what columns they have, how rows get in, and how they are asked. Each has an
 * owner and a name within that owner's scope: only {@link dev.accepted.datasets.OwnedDatasets}
 * finds one by its name.
 *
 * <p>They live in a database file of their own, apart from the jobs, so that loading a million rows
 * never delays a 202; or in a schema of their own of a PostgreSQL database that servers share. What
 * differs between the two is in {@code TableDialect} and {@code TableReaders}. Job types ({@code
 * dev.accepted.types.*}) and the HTTP resources may use this package; it uses {@code job} and
 * {@code sql}. No SQL ever comes from a client: a {@link dev.accepted.datasets.Query} names
 * columns, and values are bound.
 */
@NullMarked
package dev.accepted.datasets;

import org.jspecify.annotations.NullMarked;
