package dev.accepted.http.request;

import dev.accepted.http.wire.OpeningLink;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The link by which a request comes: what it has sent, and what its way in has made of that. */
public final class SentLink {

  private static final String BEGIN = OpeningLink.PARAMETER + '=';
  private static final String NOTED = SentLink.class.getName();
  private static final String OPENING = OpeningLink.class.getName();

  private SentLink() {}

  /**
   * The tokens in a request's query, as they were sent. A name in escapes is another name here:
   * this server writes none.
   */
  public static List<String> tokens(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null
        ? List.of()
        : Stream.of(query.split("&", -1))
            .filter(part -> part.startsWith(BEGIN))
            .map(part -> part.substring(BEGIN.length()))
            .toList();
  }

  /** A browser doesn't tell anybody where it has been, if that has a token in it. */
  public static void keepToThisPage(HttpServletRequest request, HttpServletResponse answer) {
    if (!tokens(request).isEmpty()) {
      answer.setHeader("Referrer-Policy", "no-referrer");
    }
  }

  /** Notes that the parameter was looked at, and counts for nothing beside something else. */
  public static void passOver(ServletRequest request) {
    request.setAttribute(NOTED, true);
  }

  /** Notes the link that has opened what is asked for. */
  public static void note(ServletRequest request, OpeningLink link) {
    passOver(request);
    request.setAttribute(OPENING, link);
  }

  /** The link that has opened what is asked for. */
  public static Optional<OpeningLink> opening(ServletRequest request) {
    return request.getAttribute(OPENING) instanceof OpeningLink link
        ? Optional.of(link)
        : Optional.empty();
  }

  /** Whether the parameter is none of the resource's. */
  static boolean isNoted(ServletRequest request) {
    return request.getAttribute(NOTED) != null;
  }
}
