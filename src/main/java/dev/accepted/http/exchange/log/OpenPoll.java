package dev.accepted.http.exchange.log;

import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.job.JobId;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A poll that is to be answered. */
public final class OpenPoll {

  private final ExchangeLog log;
  private final JobId job;
  private final Client who;
  private final Question asked;
  private final long at;

  OpenPoll(ExchangeLog log, JobId job, Client who, Question asked, long at) {
    this.log = log;
    this.job = job;
    this.who = who;
    this.asked = asked;
    this.at = at;
  }

  /** Takes down what it is answered, be it a problem, and hands it on. */
  public Response answer(Supplier<Response> answer) {
    Response given;
    try {
      given = answer.get();
    } catch (Problem problem) {
      boolean tooSoon = problem.type() == ProblemType.POLLED_TOO_SOON;
      note(problem.status(), problem.headers().get(HttpHeaders.RETRY_AFTER), tooSoon);
      throw problem;
    }
    answered(given);
    return given;
  }

  /** Takes down what it was answered. */
  public void answered(Response given) {
    note(given.getStatus(), given.getHeaders().getFirst(HttpHeaders.RETRY_AFTER), false);
  }

  private void note(int status, @Nullable Object retryAfter, boolean refused) {
    log.add(job, who, asked, at, status, retryAfter == null ? "" : retryAfter.toString(), refused);
  }
}
