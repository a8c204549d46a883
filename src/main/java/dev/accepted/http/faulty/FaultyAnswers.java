package dev.accepted.http.faulty;

import dev.accepted.faulty.Change;
import dev.accepted.faulty.Fault;
import dev.accepted.faulty.Moment;
import dev.accepted.faulty.Place;
import dev.accepted.http.header.HttpDate;
import dev.accepted.http.wire.PublicUrls;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes answers wrong: the last filter that they come by. */
@Provider
@ApplicationScoped
@Priority(1)
public class FaultyAnswers implements ContainerResponseFilter {

  private static final int FIRST_ERROR = 400;
  private static final Duration LATER = Duration.ofMinutes(10);
  private static final Pattern JOB = Pattern.compile("/jobs/([0-9A-Za-z-]+)$");

  @Inject Pasts pasts;
  @Inject PublicUrls publicUrls;
  @Inject Clock clock;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(Asked.ATTRIBUTE) instanceof Asked asked) {
      FaultyAnswer answer = new FaultyAnswer(response);
      String job = asked.job().isEmpty() ? accepted(answer) : asked.job();
      change(request, answer, asked, job);
    }
  }

  /** The id of the job that a 202 leads to; empty if it leads to none. */
  private static String accepted(FaultyAnswer answer) {
    Matcher job = JOB.matcher(answer.header(HttpHeaders.LOCATION).orElse(""));
    return job.find() ? Objects.requireNonNull(job.group(1)) : "";
  }

  private void change(
      ContainerRequestContext request, FaultyAnswer answer, Asked asked, String job) {
    Past past = pasts.of(asked.owner(), job);
    Moment moment = Moments.of(asked.place(), answer, past);
    if (asked.place() == Place.MONITOR && answer.status() < FIRST_ERROR) {
      past.see();
    }
    Filler filler = text -> filled(text, request, job);
    for (Fault fault : asked.here()) {
      boolean shows =
          fault.isWhen(moment)
              && fault.delay().isZero()
              && (asked.head() ? !fault.onlyGet() : !fault.onlyHead())
              && (!fault.onlyOld() || pasts.isOld(job))
              && past.isTurn(fault, !asked.head());
      if (shows) {
        apply(fault, answer, filler);
        fault.change().twist().ifPresent(twist -> Twists.apply(twist, answer, past, request));
      }
    }
  }

  /** Puts in what stands in braces. */
  @FunctionalInterface
  private interface Filler {
    String fill(String text);
  }

  private String filled(String text, ContainerRequestContext request, String job) {
    if (!text.contains("{")) {
      return text;
    }
    String origin = Objects.requireNonNullElse(request.getHeaderString("Origin"), "null");
    return text.replace("{origin}", origin)
        .replace("{later}", HttpDate.of(clock.instant().plus(LATER)))
        .replace("{job}", publicUrls.seenBy(request.getUriInfo()).jobs() + '/' + job);
  }

  private static void apply(Fault fault, FaultyAnswer answer, Filler filler) {
    Change change = fault.change();
    if (change.status() >= FIRST_ERROR) {
      answer.problem(change.status(), "It is wrong on purpose. " + fault.what());
    } else if (change.status() > 0) {
      answer.status(change.status());
    }
    change.drop().forEach(answer::drop);
    change.set().forEach((name, value) -> answer.set(name, filler.fill(value)));
    change.body().ifPresent(answer::body);
    if (!change.members().isEmpty()) {
      answer.merge(change.members());
    }
  }
}
