package dev.accepted.engine.intake;

import java.time.Duration;
import java.util.Optional;

/**
 * An input that can be accepted.
 *
 * @param text JSON, as it is to be stored: what was submitted, and what depends on who did
 * @param expected how long its type expects the job to take
 */
public record CheckedInput(String text, Optional<Duration> expected) {}
