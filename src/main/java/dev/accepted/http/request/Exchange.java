package dev.accepted.http.request;

import dev.accepted.guard.Admission;
import dev.accepted.guard.Caller;
import dev.accepted.guard.Role;
import dev.accepted.guard.throttle.Visitor;
import dev.accepted.http.handover.StreamedAnswer;
import dev.accepted.http.header.AcceptHeader;
import dev.accepted.http.header.PreferHeader;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.wire.OpeningLink;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The request at hand, a bean parameter of resource methods. Only to be asked on the request's own
 * thread: what an asynchronous answer needs is to be read before.
 */
public class Exchange {

  @Context UriInfo uri;
  @Context HttpHeaders headers;
  @Context HttpServletRequest request;

  /** Who sent it. */
  public Caller caller() {
    return SignedIn.caller(request);
  }

  /** Who sent it; empty if that is not known, where it needn't be. */
  public Optional<Caller> signedIn() {
    return SignedIn.known(request);
  }

  /** What has let it in, for an answer that goes on. */
  public Admission admission() {
    return SignedIn.admission(request);
  }

  /** When the session ends by which that is known; empty if it is known otherwise, or not. */
  public Optional<Instant> sessionEnd() {
    return SignedIn.end(request);
  }

  /** Whether its client sees https. */
  public boolean isSecure(PublicUrls publicUrls) {
    return publicUrls.areSecure(request);
  }

  /** By whom it counts where requests are counted; empty where they are not. */
  public Optional<Visitor> visitor() {
    return RequestVisitor.visitor(request);
  }

  /**
   * The same for who knows already who sent it, which spares a look: the server hands each through
   * a proxy.
   */
  public Optional<Visitor> visitor(Caller sender) {
    return RequestVisitor.visitor(request, sender);
  }

  /**
   * The same, for what not everybody may do.
   *
   * @throws Problem 403 if the caller lacks that role
   */
  public Caller caller(Role role) {
    return SignedIn.caller(request, role);
  }

  /**
   * The same, for what belongs to the server and so to no tenant.
   *
   * @throws Problem 403 if the caller is no administrator, or one of a tenant only
   */
  public Caller operator() {
    return SignedIn.operator(request);
  }

  /** The other end of its connection, which may be a proxy; empty if the server doesn't say. */
  public Optional<String> peer() {
    return Optional.ofNullable(request.getRemoteAddr());
  }

  /** Its method. Jersey's own request says GET for HEAD. */
  public String method() {
    return request.getMethod();
  }

  /** Its path as it was sent, escapes and all. */
  public String path() {
    return request.getRequestURI();
  }

  /** The same of its query; an empty text without one. */
  public String rawQuery() {
    return Objects.requireNonNullElse(request.getQueryString(), "");
  }

  /** All lines of all headers, by name. */
  public Map<String, List<String>> headers() {
    return headers.getRequestHeaders();
  }

  /** Where it was sent. */
  public UriInfo uri() {
    return uri;
  }

  /** URLs as its client should see them: with its link on them, if it came by one. */
  public Urls urls(PublicUrls publicUrls) {
    Urls urls = publicUrls.seenBy(uri);
    return SentLink.opening(request).map(urls::seenBy).orElse(urls);
  }

  /** All lines of a header; none if it wasn't sent. */
  public List<String> header(String name) {
    List<String> lines = headers.getRequestHeader(name);
    return lines == null ? List.of() : lines;
  }

  /** The first line of a header. */
  public Optional<String> first(String name) {
    return header(name).stream().findFirst();
  }

  /** True if only the headers of the answer are wanted. Jersey's own request says GET then. */
  public boolean isHead() {
    return request.getMethod().equals("HEAD");
  }

  /** True for GET and HEAD. */
  public boolean isReading() {
    String method = request.getMethod();
    return method.equals("GET") || method.equals("HEAD");
  }

  /** Leaves what goes on with the answer when this thread has gone; the answer has no body then. */
  public void goOn(StreamedAnswer answer) {
    answer.leaveWith(request);
  }

  /** What was left with it, of that kind. */
  public <T> Optional<T> left(Class<T> kind) {
    return Optional.ofNullable(kind.cast(request.getAttribute(kind.getName())));
  }

  /** Leaves something with it, of which there is one of its kind. */
  public void leave(Object something) {
    request.setAttribute(something.getClass().getName(), something);
  }

  /** What the request prefers. */
  public PreferHeader prefer() {
    return PreferHeader.parse(header("Prefer"));
  }

  /** The query's parameters. */
  public QueryParameters query() {
    return request.getQueryString() == null
        ? QueryParameters.NONE
        : QueryParameters.of(parameters());
  }

  private Map<String, List<String>> parameters() {
    if (!SentLink.isNoted(request)) {
      return uri.getQueryParameters();
    }
    Map<String, List<String>> rest = new HashMap<>(uri.getQueryParameters());
    rest.remove(OpeningLink.PARAMETER);
    return rest;
  }

  /**
   * Of the media types that can be had, the one the client likes best.
   *
   * @throws Problem 406 if it likes none
   */
  public String accepted(String... offers) {
    List<String> acceptable = List.of(offers);
    List<String> lines = header(HttpHeaders.ACCEPT);
    if (lines.isEmpty() || isMet(lines, offers[0])) {
      return offers[0];
    }
    return AcceptHeader.parse(lines)
        .choose(acceptable)
        .orElseThrow(
            () ->
                Problem.of(
                        ProblemType.NOT_ACCEPTABLE,
                        "This can be had as " + String.join(", ", acceptable) + '.')
                    .with("acceptable", acceptable));
  }

  /** What nearly every client sends needs no parsing. */
  private static boolean isMet(List<String> lines, String offer) {
    String only = lines.size() == 1 ? lines.get(0) : "";
    return only.equals(offer) || only.equals(MediaType.WILDCARD);
  }
}
