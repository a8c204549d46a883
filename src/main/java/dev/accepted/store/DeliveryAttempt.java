package dev.accepted.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of sending a delivery once.
 *
 * @param attempt from 1
 * @param at when it was sent
 * @param took how long that took
 * @param status what the receiver answered; null if it didn't
 * @param error what went wrong then, such as {@code timeout}
 */
public record DeliveryAttempt(
    int attempt, Instant at, Duration took, @Nullable Integer status, @Nullable String error) {}
