/**
 * Inputs and results as bytes. They lie beside the database, one folder a job, because a blob in it
 * stalls every small commit and its file never shrinks.
 *
 * <p>A file is complete before anything names it: written under a temporary name, synced, renamed,
 * its folder synced; only then comes the row that points to it. So a crash leaves orphans at worst,
 * and {@link dev.accepted.content.ContentStore#sweep} takes those. The engine may use this package;
 * it uses {@code job}.
 */
@NullMarked
package dev.accepted.content;

import org.jspecify.annotations.NullMarked;
