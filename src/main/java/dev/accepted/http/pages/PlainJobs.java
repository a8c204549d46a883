package dev.accepted.http.pages;

import dev.accepted.engine.JobService;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.pace.Pace;
import dev.accepted.engine.registry.JobTypes;
import dev.accepted.guard.Caller;
import dev.accepted.guard.links.LinkTarget;
import dev.accepted.http.identity.CallerFinder;
import dev.accepted.http.job.JobAnswers;
import dev.accepted.http.job.JobFinder;
import dev.accepted.http.job.JobLinks;
import dev.accepted.http.job.Refusals;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.request.SentLink;
import dev.accepted.http.request.SignedIn;
import dev.accepted.http.request.Unauthorized;
import dev.accepted.http.wire.Urls;
import dev.accepted.job.ContentInfo;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Looks jobs up for who has no scripts, with the rights that their monitors ask for. The look is no
 * poll: a page with scripts polls the monitor right after it, and one without comes when it was
 * told to. What limits it is what limits requests of any kind.
 */
@ApplicationScoped
class PlainJobs {

  @Inject CallerFinder callers;
  @Inject JobFinder finder;
  @Inject JobService jobs;
  @Inject JobTypes types;
  @Inject JobAnswers answers;
  @Inject Pace pace;
  @Inject Clock clock;

  /**
   * What is to be said of a job to who asks for its page.
   *
   * @param id as it stands in the path
   */
  Plain told(HttpServletRequest request, String id) {
    try {
      return found(request, id);
    } catch (Problem problem) {
      return PlainProblem.told(problem, page(request));
    } catch (Refusal down) {
      return PlainProblem.told(Refusals.problem(down), page(request));
    }
  }

  private Plain found(HttpServletRequest request, String id) {
    Caller caller = callers.find(request).orElseThrow(Unauthorized::missing);
    SignedIn.note(request, caller);
    Urls urls = urls(request);
    Job job = finder.find(caller, id);
    String name =
        types.named(job.type()).map(type -> type.definition().words().title()).orElse(job.type());
    PlainJob plain =
        new PlainJob(
            job,
            name,
            answers.retryAfter(job),
            pace.estimatedCompletionAt(job),
            job.status() == JobStatus.SUCCEEDED ? offers(job, urls) : List.of());
    return urls.leadTo(LinkTarget.SELF) ? plain.told(clock.instant()) : plain.resultAlone();
  }

  private List<Offer> offers(Job job, Urls urls) {
    return Stream.concat(
            Stream.ofNullable(job.state().result()).map(result -> result(job, result, urls)),
            jobs.contents().files(job).stream()
                .map(
                    file ->
                        new Offer(file.name(), file.length(), urls.file(job.id(), file.name()))))
        .toList();
  }

  private static Offer result(Job job, ContentInfo result, Urls urls) {
    return new Offer(
        Objects.requireNonNullElse(result.fileName(), JobLinks.RESULT),
        result.length(),
        urls.of(job.id(), JobLinks.RESULT));
  }

  /** Without a host: behind a proxy the visitor may know this server by another name. */
  private static Urls urls(HttpServletRequest request) {
    Urls own = new Urls(request.getContextPath() + "/api/");
    return SentLink.opening(request).map(own::seenBy).orElse(own);
  }

  private static String page(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : '?' + query);
  }
}
