package dev.accepted.http.request;

import dev.accepted.guard.Caller;
import dev.accepted.guard.throttle.Visitor;
import jakarta.servlet.ServletRequest;
import java.util.Optional;

/** Who sends a request, as filters have left it with it. */
public final class RequestCaller {

  /** The attribute that holds the {@link Caller}, once it is known. */
  public static final String CALLER = Caller.class.getName();

  private static final String VISITOR = Visitor.class.getName();

  private static final String STRANGER = Stranger.class.getName();

  private RequestCaller() {}

  /** A credential of which nobody could tell yet whose it is. */
  @FunctionalInterface
  public interface Stranger {

    /** It was checked, and is that caller's. */
    void isKnownAs(String owner);
  }

  /** The caller; everybody is alike where nobody signs in. */
  public static Caller of(ServletRequest request) {
    if (!(request.getAttribute(CALLER) instanceof Caller known)) {
      return Caller.ANONYMOUS;
    }
    if (request.getAttribute(STRANGER) instanceof Stranger stranger) {
      request.removeAttribute(STRANGER);
      stranger.isKnownAs(known.owner());
    }
    return known;
  }

  /** The caller's owner text; empty if nobody is signed in. */
  public static Optional<String> signedIn(ServletRequest request) {
    Caller caller = of(request);
    return caller.equals(Caller.ANONYMOUS) ? Optional.empty() : Optional.of(caller.owner());
  }

  /** Leaves with a request whose it is, as far as that can be told before it is looked at. */
  public static void leave(ServletRequest request, Visitor visitor) {
    request.setAttribute(VISITOR, visitor);
  }

  /** Leaves with a request who is to be told whose credential it has. */
  public static void leave(ServletRequest request, Stranger stranger) {
    request.setAttribute(STRANGER, stranger);
  }

  /** By whom a request counts; empty where nobody is counted. */
  public static Optional<Visitor> visitor(ServletRequest request) {
    return request.getAttribute(VISITOR) instanceof Visitor left
        ? Optional.of(signedIn(request).map(Visitor::caller).orElse(left))
        : Optional.empty();
  }
}
