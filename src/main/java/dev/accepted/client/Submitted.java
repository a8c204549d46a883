package dev.accepted.client;

import java.net.URI;

/**
 * A job that the server has accepted.
 *
 * @param monitor its status monitor, which is all that is needed to follow it, also later and by
 *     others
 * @param report how it stood when it was accepted
 */
public record Submitted(URI monitor, Report report) {}
