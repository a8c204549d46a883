/**
 * Where this server may call others that clients have named: public addresses, and what the
 * operator allows. Names are looked up in bounded time, and {@link
 * dev.accepted.outbound.CheckedNames} hands out only addresses that may be connected to.
 *
 * <p>Whoever calls a URL of a client's goes by it: webhooks, and job types that speak HTTP. It uses
 * {@code config} for what the operator allows, and makes no connection itself.
 */
@NullMarked
package dev.accepted.outbound;

import org.jspecify.annotations.NullMarked;
