package dev.accepted.types.simulations;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The script as it was submitted; {@link SimulationType#SCHEMA} describes each member. A null
 * stands for the default.
 */
public record SimulationParameters(
    Duration duration,
    @Nullable Integer steps,
    @Nullable Outcome outcome,
    @Nullable Integer failAt,
    @Nullable Integer succeedOnAttempt,
    @Nullable String message,
    @Nullable List<String> faults) {}
