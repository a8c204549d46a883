/** The pages that explain problems: where the {@code type} of a problem document leads. */
@NullMarked
package dev.accepted.http.explanation;

import org.jspecify.annotations.NullMarked;
