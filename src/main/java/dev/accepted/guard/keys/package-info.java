/**
 * API keys: how they are made and written, which ones count, and who calls with them.
 *
 * <p>The engine, which has the store, puts it together and hands it out.
 */
@NullMarked
package dev.accepted.guard.keys;

import org.jspecify.annotations.NullMarked;
