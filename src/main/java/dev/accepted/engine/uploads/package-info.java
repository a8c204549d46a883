/**
 * Uploads that may take several requests, until a job takes them as its input. A request that is
 * cut off leaves what it brought; the next goes on from there, on whatever node it arrives.
 *
 * <p>{@code http} calls {@link dev.accepted.engine.uploads.Uploads}, and so does {@code engine}
 * when a submission names one. Bytes lie in {@link dev.accepted.content.UploadArea}; how many of
 * them count, and who may write, is a row of the store.
 */
@NullMarked
package dev.accepted.engine.uploads;

import org.jspecify.annotations.NullMarked;
