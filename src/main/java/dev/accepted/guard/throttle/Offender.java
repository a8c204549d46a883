package dev.accepted.guard.throttle;

import java.time.Instant;

/**
 * A visitor that went on and on, as an administrator sees it.
 *
 * @param id names it in URLs
 * @param offences refused requests since it was last let in or forgiven
 * @param blocks how often it was blocked so far
 * @param blockedUntil until when nothing of it is listened to
 * @param requests how many came meanwhile
 */
public record Offender(
    String id, Visitor visitor, int offences, int blocks, Instant blockedUntil, long requests) {}
