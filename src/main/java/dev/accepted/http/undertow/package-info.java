/**
 * What Undertow, and WildFly with it, can do before there is a request of servlets. Undertow finds
 * it by {@code META-INF/services}; nobody else calls it, and on other servers it is not loaded.
 */
@NullMarked
package dev.accepted.http.undertow;

import org.jspecify.annotations.NullMarked;
