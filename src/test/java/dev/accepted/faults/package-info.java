/**
 * Breaks the product on purpose, under load, and checks that it keeps its promises: {@code mvn
 * -Pfaults verify}. {@code docs/faults.md} tells what each fault does.
 */
@NullMarked
package dev.accepted.faults;

import org.jspecify.annotations.NullMarked;
