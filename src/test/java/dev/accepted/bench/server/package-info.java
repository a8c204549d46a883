/** The server that is measured, as a process of its own, and what it costs the machine. */
@NullMarked
package dev.accepted.bench.server;

import org.jspecify.annotations.NullMarked;
