package dev.accepted.http.header;

import dev.accepted.job.TraceContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code traceparent} and {@code tracestate} (W3C Trace Context, level 1, section 3). What can't be
 * read is ignored, as that recommendation asks: a request is never refused for its trace.
 */
public final class TraceContextHeaders {

  /** The header that names the trace. */
  public static final String TRACEPARENT = "traceparent";

  /** The header with what tracing systems added. */
  public static final String TRACESTATE = "tracestate";

  private static final Pattern FIELDS =
      Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32}-[0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
  private static final String NO_VERSION = "ff";
  private static final String VERSION = "00";
  private static final String NO_TRACE = "0".repeat(32) + "-";
  private static final String NO_PARENT = "-" + "0".repeat(16);
  private static final int SAMPLED = 1;
  private static final int HEXADECIMAL = 16;

  private static final Pattern MEMBER =
      Pattern.compile(
          "([a-z][a-z0-9_*/-]{0,255}|[a-z0-9][a-z0-9_*/-]{0,240}@[a-z][a-z0-9_*/-]{0,13})"
              + "=[ -+\\--<>-~]{0,255}[!-+\\--<>-~]");
  private static final int MOST_MEMBERS = 32;
  private static final int LONG_MEMBER = 128;
  private static final int MOST_CHARACTERS = 512;

  private TraceContextHeaders() {}

  /**
   * The trace that the request is a part of.
   *
   * @param traceparent all lines of that header
   * @param tracestate all lines of that header
   * @return empty if there is none, or none that can be read
   */
  public static Optional<TraceContext> parse(List<String> traceparent, List<String> tracestate) {
    if (traceparent.size() != 1) {
      return Optional.empty();
    }
    Matcher fields = FIELDS.matcher(traceparent.get(0).strip());
    if (!fields.matches() || !isKnown(fields)) {
      return Optional.empty();
    }
    return Optional.of(new TraceContext(canonical(fields), state(tracestate)));
  }

  private static boolean isKnown(Matcher fields) {
    String version = fields.group(1);
    String ids = fields.group(2);
    boolean longer = fields.group(4) != null;
    return !version.equals(NO_VERSION)
        && !(version.equals(VERSION) && longer)
        && !ids.startsWith(NO_TRACE)
        && !ids.endsWith(NO_PARENT);
  }

  /** Of a later version, only what version 00 has is handed on. */
  private static String canonical(Matcher fields) {
    String flags = fields.group(3);
    if (!fields.group(1).equals(VERSION)) {
      flags = "0" + (Integer.parseInt(flags, HEXADECIMAL) & SAMPLED);
    }
    return VERSION + '-' + fields.group(2) + '-' + flags;
  }

  private static @Nullable String state(List<String> lines) {
    List<String> members = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (String line : lines) {
      for (String part : line.split(",", -1)) {
        String member = part.strip();
        Matcher parts = MEMBER.matcher(member);
        if (member.isEmpty()) {
          continue;
        }
        if (!parts.matches() || !keys.add(parts.group(1)) || members.size() == MOST_MEMBERS) {
          return null;
        }
        members.add(member);
      }
    }
    return shortened(members);
  }

  /** Within 512 characters: long members go first, then the last ones (section 3.3.1.5). */
  private static @Nullable String shortened(List<String> members) {
    if (length(members) > MOST_CHARACTERS) {
      members.removeIf(member -> member.length() > LONG_MEMBER);
    }
    while (length(members) > MOST_CHARACTERS) {
      members.remove(members.size() - 1);
    }
    return members.isEmpty() ? null : String.join(",", members);
  }

  private static int length(List<String> members) {
    return members.stream().mapToInt(member -> member.length() + 1).sum() - 1;
  }
}
