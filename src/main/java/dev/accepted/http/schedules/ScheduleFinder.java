package dev.accepted.http.schedules;

import dev.accepted.engine.ScheduleService;
import dev.accepted.engine.schedules.ScheduleReport;
import dev.accepted.guard.Caller;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.request.Changeable;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.request.Permissions;
import dev.accepted.http.wire.Urls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds the schedule that a path names. */
@ApplicationScoped
public class ScheduleFinder {

  static final Changeable KIND = new Changeable("schedule");

  @Inject ScheduleService schedules;

  /**
   * The caller's schedule.
   *
   * @param id as it stands in the path
   * @throws Problem 404 if there is none
   */
  ScheduleReport find(Caller caller, String id) {
    return schedules.find(caller.sees(), KIND.id(id)).orElseThrow(KIND::unknown);
  }

  /**
   * The same, if the caller may change it.
   *
   * @throws Problem 404 if it doesn't see it, 403 if it only does that
   */
  ScheduleReport toChange(Caller caller, String id) {
    ScheduleReport found = find(caller, id);
    Permissions.toChange(caller, found.owner());
    return found;
  }

  /** The schedule that a change is meant for, as its client has seen it: see {@link Changeable}. */
  static Optional<ScheduleReport> seen(Exchange exchange, ScheduleReport now, Urls urls) {
    return KIND.seen(exchange, now, ScheduleView.of(now, urls, exchange.caller()));
  }
}
