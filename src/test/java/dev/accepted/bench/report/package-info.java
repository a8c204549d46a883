/** Figures, what is demanded of them, and the files and tables they end up in. */
@NullMarked
package dev.accepted.bench.report;

import org.jspecify.annotations.NullMarked;
