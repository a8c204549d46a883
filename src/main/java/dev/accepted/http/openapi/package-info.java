/**
 * Describes the HTTP interface as OpenAPI 3.1.
 *
 * <p>The description is written by hand, in the JSON fragments beside these classes: scanning the
 * resources would find their methods, but not what they answer. What the job types take is added
 * from their definitions, so types that users add are described, too.
 */
@NullMarked
package dev.accepted.http.openapi;

import org.jspecify.annotations.NullMarked;
