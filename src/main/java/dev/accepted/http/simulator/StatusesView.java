package dev.accepted.http.simulator;

import java.util.List;

/**
 * All registered status codes.
 *
 * @param codes those that can be had as an answer
 * @param informational those of interim answers (1xx), which come before another and so are
 *     explained only
 */
public record StatusesView(List<StatusView> codes, List<StatusView> informational) {}
