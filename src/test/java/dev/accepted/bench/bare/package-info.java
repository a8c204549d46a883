/** The least that a server can be asked to do. It goes into a WAR of its own. */
@NullMarked
package dev.accepted.bench.bare;

import org.jspecify.annotations.NullMarked;
