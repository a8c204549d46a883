package dev.accepted.http.identity;

import dev.accepted.guard.Caller;
import dev.accepted.guard.links.LinkTarget;
import dev.accepted.guard.links.LinkTokens;
import dev.accepted.guard.links.LinkVerdict;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.SentLink;
import dev.accepted.http.request.SignedIn;
import dev.accepted.http.wire.OpeningLink;
import dev.accepted.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets in whoever has a link, to what that opens. Paths are compared as they were sent, letter by
 * letter, as {@link OpenPaths} does. Nothing here asks whether there is such a job.
 */
@ApplicationScoped
public class LinkDoor {

  private static final Set<String> READING = Set.of("GET", "HEAD");

  /** All that is a job's, whose id is in lower case as this server writes it; and its page. */
  private static final Pattern OF_A_JOB =
      Pattern.compile(
          "/(?:api/jobs|(results))/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(/.*)?");

  /** What can be opened of it: a part, or one of its files. */
  private static final Pattern PART =
      Pattern.compile("/([a-z]+)|/(files)/[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

  @Inject LinkTokens tokens;

  /**
   * Who comes by a link; empty if none was sent, if it is sent to what is no job's, or beside a
   * credential: that counts then.
   *
   * @throws Problem 401 if the link doesn't count, 403 if it doesn't open what is asked for
   */
  Optional<Caller> caller(HttpServletRequest request) {
    List<String> sent = SentLink.tokens(request);
    if (sent.isEmpty()) {
      return Optional.empty();
    }
    String path = request.getRequestURI().substring(request.getContextPath().length());
    Matcher asked = OF_A_JOB.matcher(path);
    if (!asked.matches()) {
      return Optional.empty();
    }
    if (Credential.of(request).isPresent()) {
      SentLink.passOver(request);
      return Optional.empty();
    }
    JobId job = JobId.parse(asked.group(2)).orElseThrow(LinkDoor::invalid);
    LinkTarget target = target(sent, job);
    // The page shows what the link opens, whatever that is.
    boolean isOpened =
        asked.group(1) != null || part(asked.group(3)).filter(target.parts()::contains).isPresent();
    if (!READING.contains(request.getMethod()) || !isOpened) {
      throw tooNarrow(target);
    }
    LinkTokens again = tokens;
    SignedIn.noteAdmission(
        request, () -> again.verdict(sent.get(0), job) instanceof LinkVerdict.Opens);
    SentLink.note(request, new OpeningLink(sent.get(0), target.parts()));
    return Optional.of(Caller.withLinkTo(job));
  }

  private LinkTarget target(List<String> sent, JobId job) {
    LinkVerdict verdict = sent.size() == 1 ? tokens.verdict(sent.get(0), job) : LinkVerdict.INVALID;
    if (verdict instanceof LinkVerdict.Opens opens) {
      return opens.to();
    }
    throw verdict.equals(LinkVerdict.EXPIRED) ? expired() : invalid();
  }

  /** Which part of a job that is; empty if it is none that could be opened. */
  private static Optional<String> part(@Nullable String rest) {
    if (rest == null) {
      return Optional.of(LinkTarget.SELF);
    }
    Matcher part = PART.matcher(rest);
    return part.matches()
        ? Optional.of(part.group(1) == null ? part.group(2) : part.group(1))
        : Optional.empty();
  }

  private static Problem invalid() {
    return challenged(ProblemType.LINK_INVALID, "The link doesn't count.");
  }

  private static Problem expired() {
    return challenged(ProblemType.LINK_EXPIRED, "The link has expired.");
  }

  /** Each 401 says how one may be let in (RFC 9110, section 15.5.2). */
  private static Problem challenged(ProblemType type, String detail) {
    return Problem.of(type, detail).header("WWW-Authenticate", "Bearer");
  }

  private static Problem tooNarrow(LinkTarget target) {
    return Problem.of(ProblemType.LINK_TOO_NARROW, "The link doesn't open this.")
        .with("opens", target.wireName());
  }
}
