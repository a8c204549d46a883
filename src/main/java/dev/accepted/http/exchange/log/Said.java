package dev.accepted.http.exchange.log;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said about a job on this node.
 *
 * @param since from when on this is all; what came before, if anything, is not known any more
 * @param submitted null if this node hasn't answered its submission, or doesn't know any more
 * @param repeated how often the same answer was given again, for the same idempotency key
 * @param recent the last polls, newest first
 */
public record Said(
    Instant since,
    @Nullable Submitted submitted,
    long repeated,
    Totals totals,
    List<Poll> recent) {}
