/**
 * What the benchmark adds to a copy of the WAR: job types that do next to nothing, and a resource
 * that answers what it was told to - the ceiling of what the server's stack can do. Never part of
 * the product.
 */
@NullMarked
package dev.accepted.bench.subject;

import org.jspecify.annotations.NullMarked;
