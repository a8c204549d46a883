/**
 * The benchmark: starts the packaged server as a process of its own and measures what it costs,
 * next to what the server's own stack would cost for the same answers. Run by {@code mvn -Pbench
 * verify}; {@code docs/benchmarks.md} tells what each row means.
 */
@NullMarked
package dev.accepted.bench;

import org.jspecify.annotations.NullMarked;
