package dev.accepted.types.inspections.wire;

import dev.accepted.types.inspections.dialogue.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call: one of both is null.
 *
 * @param failure why there is no answer, in a word
 */
public record Reply(@Nullable Answer answer, @Nullable String failure) {}
