/**
 * The job type {@code video}: converts a film with FFmpeg, run as a process of its own that sees
 * nothing but its input and its work directory's files.
 *
 * <p>{@link dev.accepted.types.videos.VideoType} is found by the engine through CDI. It needs an
 * {@link dev.accepted.types.videos.Encoder}, which somebody who knows the settings must produce;
 * the rest is nobody else's business.
 */
@NullMarked
package dev.accepted.types.videos;

import org.jspecify.annotations.NullMarked;
