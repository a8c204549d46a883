/**
 * The job type {@code inspection}: reads another asynchronous HTTP API's answers, and tells what is
 * wrong with them. {@code course} makes the requests, by {@code wire}; {@code reading} makes sense
 * of the answers in all the styles that are in use; {@code rules} judge the transcript; {@code
 * report} tells it.
 *
 * <p>It connects only where {@link dev.accepted.outbound.CheckedNames} lets it, and knows nothing
 * of the server it runs on. Found by the engine through CDI; nobody calls it directly.
 */
@NullMarked
package dev.accepted.types.inspections;

import org.jspecify.annotations.NullMarked;
