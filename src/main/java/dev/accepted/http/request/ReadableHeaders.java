package dev.accepted.http.request;

import dev.accepted.http.header.MediaRange;
import dev.accepted.http.header.QuotedList;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request without what can't be read in those headers that JAX-RS reads by itself. */
final class ReadableHeaders extends HttpServletRequestWrapper {

  private static final Pattern WEIGHT = Pattern.compile("0(\\.[0-9]*)?|1(\\.0*)?");
  private static final Pattern LANGUAGE =
      Pattern.compile("([A-Za-z0-9-]+|\\*)(\\s*;\\s*q=(" + WEIGHT.pattern() + "))?");

  /** By the header's name in lower case: whether an element of it can be read. */
  private static final Map<String, Predicate<String>> RULES =
      Map.of(
          name(HttpHeaders.ACCEPT), ReadableHeaders::isMediaRange,
          name(HttpHeaders.ACCEPT_LANGUAGE), element -> LANGUAGE.matcher(element).matches(),
          name(HttpHeaders.CONTENT_TYPE), ReadableHeaders::isMediaRange);

  /** What most clients send, known to be readable. */
  private static final Set<String> USUAL = Set.of("*/*", "application/json");

  private ReadableHeaders(HttpServletRequest request) {
    super(request);
  }

  /** The request itself, if there is nothing in it that can't be read. */
  static HttpServletRequest of(HttpServletRequest request) {
    for (Map.Entry<String, Predicate<String>> rule : RULES.entrySet()) {
      Enumeration<String> lines = request.getHeaders(rule.getKey());
      while (lines.hasMoreElements()) {
        String line = lines.nextElement();
        if (!USUAL.contains(line) && !isReadable(line, rule.getValue())) {
          return new ReadableHeaders(request);
        }
      }
    }
    return request;
  }

  /** RESTEasy has a stack trace logged for a header with nothing in it, too. */
  private static boolean isReadable(String line, Predicate<String> rule) {
    List<String> elements = QuotedList.split(line, ',');
    return !elements.isEmpty() && elements.stream().allMatch(rule);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    Predicate<String> rule = RULES.get(name(name));
    if (rule == null) {
      return super.getHeaders(name);
    }
    List<String> readable = elements((HttpServletRequest) getRequest(), name).filter(rule).toList();
    return Collections.enumeration(
        readable.isEmpty() ? List.of() : List.of(String.join(", ", readable)));
  }

  @Override
  public @Nullable String getHeader(String name) {
    Enumeration<String> lines = getHeaders(name);
    return lines.hasMoreElements() ? lines.nextElement() : null;
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : Collections.list(super.getHeaderNames())) {
      if (getHeaders(name).hasMoreElements()) {
        names.put(name, name);
      }
    }
    return Collections.enumeration(names.values());
  }

  @Override
  public @Nullable String getContentType() {
    return getHeader(HttpHeaders.CONTENT_TYPE);
  }

  private static Stream<String> elements(HttpServletRequest request, String name) {
    return QuotedList.splitAll(Collections.list(request.getHeaders(name)), ',').stream();
  }

  private static boolean isMediaRange(String element) {
    try {
      return WEIGHT
          .matcher(MediaRange.parse(element).parameters().getOrDefault("q", "1"))
          .matches();
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  private static String name(String header) {
    return header.toLowerCase(Locale.ROOT);
  }
}
