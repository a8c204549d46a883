/**
 * What answers may have wrong with them on purpose, as data: the files beside this package. A fault
 * says where and when it shows and what it changes; {@code http.faulty} does that, and {@code
 * types.simulations} offers them in its schema. Plain Java; a leaf.
 */
@NullMarked
package dev.accepted.faulty;

import org.jspecify.annotations.NullMarked;
