package dev.accepted.http.request;

import dev.accepted.guard.Admission;
import dev.accepted.guard.Caller;
import dev.accepted.guard.Role;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who sent a request, as its way in has found out. */
public final class SignedIn {

  private static final String CALLER = Caller.class.getName();
  private static final String END = CALLER + ".until";
  private static final String ADMISSION = Admission.class.getName();

  private SignedIn() {}

  /** Notes who sent it. */
  public static void note(HttpServletRequest request, Caller caller) {
    request.setAttribute(CALLER, caller);
    RequestVisitor.signedIn(request, caller);
  }

  /** Notes that it was a session's cookie that said so, and when that session ends. */
  public static void noteEnd(HttpServletRequest request, Instant until) {
    request.setAttribute(END, until);
  }

  /** Notes what has let it in, for an answer that goes on. */
  public static void noteAdmission(HttpServletRequest request, Admission admission) {
    request.setAttribute(ADMISSION, admission);
  }

  /** What has let it in. */
  public static Admission admission(ServletRequest request) {
    return request.getAttribute(ADMISSION) instanceof Admission admission
        ? admission
        : Admission.FOR_GOOD;
  }

  /** When the session ends that said who sent it; empty if none did. */
  static Optional<Instant> end(ServletRequest request) {
    return request.getAttribute(END) instanceof Instant until
        ? Optional.of(until)
        : Optional.empty();
  }

  /** Who sent it; empty if that is not known. */
  static Optional<Caller> known(ServletRequest request) {
    return request.getAttribute(CALLER) instanceof Caller caller
        ? Optional.of(caller)
        : Optional.empty();
  }

  /**
   * Who sent it.
   *
   * @throws Problem 401 if that is not known
   */
  public static Caller caller(HttpServletRequest request) {
    return known(request).orElseThrow(Unauthorized::missing);
  }

  /**
   * The same, for what belongs to the server and so to no tenant.
   *
   * @throws Problem 401, or 403 if the caller is no administrator, or one of a tenant only
   */
  static Caller operator(HttpServletRequest request) {
    Caller caller = caller(request, Role.ADMIN);
    if (caller.tenant().isPresent()) {
      throw Problem.of(ProblemType.NOT_ALLOWED, "This takes the role admin, of no tenant.")
          .with("role", Role.ADMIN.wireName());
    }
    return caller;
  }

  /**
   * The same, for what not everybody may do.
   *
   * @param roles one of which it takes
   * @throws Problem 401, or 403 if the caller has none of them
   */
  public static Caller caller(HttpServletRequest request, Role... roles) {
    Caller caller = caller(request);
    if (Stream.of(roles).noneMatch(caller::may)) {
      String names = Stream.of(roles).map(Role::wireName).collect(Collectors.joining(" or "));
      throw Problem.of(ProblemType.NOT_ALLOWED, "This takes the role %s.".formatted(names))
          .with("role", names);
    }
    return caller;
  }
}
