package dev.accepted.http.socket;

import dev.accepted.events.Event;
import dev.accepted.events.EventCursor;
import dev.accepted.guard.Admission;
import dev.accepted.guard.Caller;
import dev.accepted.http.job.JobFinder;
import dev.accepted.http.job.ListQuery;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemDocument;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.stream.EventTexts;
import dev.accepted.http.stream.LiveAnswers;
import dev.accepted.http.stream.LiveAnswers.Live;
import dev.accepted.http.stream.Opening;
import dev.accepted.http.stream.Openings;
import dev.accepted.http.wire.Urls;
import dev.accepted.job.JobId;
import dev.accepted.metrics.StreamMetrics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a socket was opened for, and what it may ask of the server.
 *
 * @param job the job in its path; null if all are followed
 * @param query which of all
 * @param shown which events
 * @param after the last event that the client has; empty for none
 */
record SocketRequest(
    Openings openings,
    LiveAnswers answers,
    EventTexts texts,
    Caller caller,
    Urls urls,
    @Nullable String job,
    ListQuery query,
    Predicate<Event> shown,
    Optional<Long> after,
    Chosen chosen) {

  /** Where it is counted. */
  StreamMetrics metrics() {
    return answers.metrics();
  }

  /** Takes a place among what goes on; returns what gives it back. */
  Runnable enter(Live socket, Admission admission) {
    return answers.placeFor(admission).take(socket);
  }

  /**
   * Follows what was asked for.
   *
   * @param asked when that was: the handshake's number
   * @throws Problem if the job has gone meanwhile
   */
  Opening open(long asked) {
    String id = job;
    if (id == null) {
      chosen.all(true);
    } else {
      chosen.add(JobFinder.id(id));
    }
    return id == null
        ? openings.ofChosen(
            caller, chosen, query.filter(), query.limit(), after, Optional.of(asked))
        : openings.ofJob(caller, id, chosen, after, asked);
  }

  boolean shows(Event event) {
    return shown.test(event);
  }

  /** True if nothing more is to come, now that this job has finished. */
  boolean endsWith(JobId id) {
    return job != null && chosen.isOnly(id);
  }

  /**
   * Changes what is followed; returns how those jobs stand that are new. Chooses first, and looks
   * then: a change in between is told twice rather than never.
   *
   * @throws Problem if there is no such job, or there are too many
   */
  List<Event> choose(Message message, EventCursor cursor) {
    for (String id : message.unsubscribe()) {
      if (id.equals(Message.ALL)) {
        chosen.all(false);
      } else {
        chosen.remove(JobFinder.id(id));
      }
    }
    List<Event> standing = new ArrayList<>();
    for (String id : message.subscribe()) {
      if (id.equals(Message.ALL)) {
        chosen.all(true);
      } else {
        standing.add(choose(id, cursor));
      }
    }
    return standing;
  }

  private Event choose(String text, EventCursor cursor) {
    JobId id = JobFinder.id(text);
    if (!chosen.add(id)) {
      throw Problem.of(
          ProblemType.BAD_REQUEST, "One socket follows at most %d jobs.".formatted(Chosen.MOST));
    }
    boolean found = false;
    try {
      Event standing = openings.standing(caller, text, cursor);
      found = true;
      return standing;
    } finally {
      if (!found) {
        chosen.remove(id);
      }
    }
  }

  /**
   * An event as a message.
   *
   * @param number with which a client comes back that has it
   */
  String text(Event event, long number) {
    return texts.message(event, number, urls);
  }

  private String path() {
    return job == null ? SocketPaths.JOBS : SocketPaths.JOBS + '/' + job;
  }

  /** A problem with what the client has said, as a message. */
  String text(Problem problem) {
    byte[] document = ProblemDocument.bytes(problem, urls, path());
    return "{\"event\":\"problem\",\"data\":%s}"
        .formatted(new String(document, StandardCharsets.UTF_8));
  }
}
