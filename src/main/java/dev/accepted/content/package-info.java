/**
 * Inputs and results as bytes. They lie beside the database, in a folder or in a bucket of an
 * S3-compatible store, because a blob in it stalls every small commit and its file never shrinks.
 * All nodes see what is kept; each has a work area of its own for what is not complete.
 *
 * <p>Bytes are complete before anything names them: written under a temporary name, then synced and
 * renamed, or uploaded in one piece; only then comes the row that points to them. So a crash leaves
 * orphans at worst, and {@link dev.accepted.content.ContentStore#sweep} takes those. Uploads that
 * come in by several requests lie in an {@link dev.accepted.content.UploadArea} until then. The
 * engine and {@code http} may use this package; it uses {@code job} and {@code config}.
 */
@NullMarked
package dev.accepted.content;

import org.jspecify.annotations.NullMarked;
