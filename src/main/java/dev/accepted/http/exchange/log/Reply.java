package dev.accepted.http.exchange.log;

/**
 * What a poll was answered.
 *
 * @param at when, in milliseconds since 1970
 * @param retryAfter the seconds that it named; 0 for none
 * @param refused whether it was answered nothing but that it came too soon
 */
record Reply(long at, int status, long retryAfter, boolean refused) {}
