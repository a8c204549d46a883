package dev.accepted.job;

import org.jspecify.annotations.Nullable;

/**
 * The trace of which a submission was a part, as its client told it (W3C Trace Context, level 1).
 *
 * @param traceparent version 00: 55 characters
 * @param tracestate what tracing systems added, at most 512 characters; null for nothing
 */
public record TraceContext(String traceparent, @Nullable String tracestate) {

  private static final int TRACE_ID = 3;
  private static final int PARENT_ID = 36;

  /** The trace's id: 32 hexadecimal digits. */
  public String traceId() {
    return traceparent.substring(TRACE_ID, PARENT_ID - 1);
  }
}
