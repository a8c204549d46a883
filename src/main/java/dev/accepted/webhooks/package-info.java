/**
 * Tells receivers elsewhere what happens to jobs: {@link dev.accepted.webhooks.EventOutbox} writes
 * down what is to be sent, in the transaction of the event; {@link dev.accepted.webhooks.Webhooks}
 * sends it, signed, until it is delivered or was tried often enough.
 *
 * <p>The engine owns it, calls its passes and closes it; {@code http} lists deliveries, and says by
 * {@link dev.accepted.webhooks.EventBodies} what an event looks like. It uses {@code store}, {@code
 * sql}, {@code config} and {@code job}, and knows nothing of either of its callers.
 */
@NullMarked
package dev.accepted.webhooks;

import org.jspecify.annotations.NullMarked;
