package dev.accepted.client;

/**
 * A server-sent event.
 *
 * @param id of the last event that had one; empty if none had
 * @param name {@code message} if it has none of its own
 */
record ServerEvent(String id, String name, String data) {}
