package dev.accepted.http.request;

import dev.accepted.guard.Caller;
import dev.accepted.guard.throttle.Visitor;
import jakarta.servlet.ServletRequest;
import java.util.Optional;

/** By whom a request counts where requests are counted, as filters have left it with it. */
public final class RequestVisitor {

  private static final String VISITOR = Visitor.class.getName();

  private static final String STRANGER = Stranger.class.getName();

  private RequestVisitor() {}

  /** A credential of which nobody could tell yet whose it is. */
  @FunctionalInterface
  public interface Stranger {

    /** It was checked, and is that caller's. */
    void isKnownAs(String owner);
  }

  /** Leaves with a request whose it is, as far as that can be told before it is looked at. */
  public static void leave(ServletRequest request, Visitor visitor) {
    request.setAttribute(VISITOR, visitor);
  }

  /** Leaves with a request who is to be told whose credential it has. */
  public static void leave(ServletRequest request, Stranger stranger) {
    request.setAttribute(STRANGER, stranger);
  }

  /** The request's credential was checked, and is that caller's. */
  static void signedIn(ServletRequest request, Caller caller) {
    if (caller.isKnown() && request.getAttribute(STRANGER) instanceof Stranger stranger) {
      request.removeAttribute(STRANGER);
      stranger.isKnownAs(caller.owner());
    }
  }

  /** The same, for who knows already who sent it. */
  static Optional<Visitor> visitor(ServletRequest request, Caller sender) {
    return request.getAttribute(VISITOR) instanceof Visitor left
        ? Optional.of(sender.isKnown() ? Visitor.caller(sender.owner()) : left)
        : Optional.empty();
  }

  /** By whom a request counts; empty where nobody is counted. */
  public static Optional<Visitor> visitor(ServletRequest request) {
    return request.getAttribute(VISITOR) instanceof Visitor left
        ? Optional.of(
            SignedIn.known(request)
                .filter(Caller::isKnown)
                .map(caller -> Visitor.caller(caller.owner()))
                .orElse(left))
        : Optional.empty();
  }
}
