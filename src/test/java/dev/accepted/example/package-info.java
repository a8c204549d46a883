/** A job type as somebody else would write it; the README shows it. */
@NullMarked
package dev.accepted.example;

import org.jspecify.annotations.NullMarked;
