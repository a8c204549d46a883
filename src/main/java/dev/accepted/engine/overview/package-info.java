/** How things stand on the server, as the engine tells whoever shows it. Plain data. */
@NullMarked
package dev.accepted.engine.overview;

import org.jspecify.annotations.NullMarked;
