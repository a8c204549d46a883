package dev.accepted.http.stream;

import dev.accepted.engine.JobService;
import dev.accepted.events.Event;
import dev.accepted.events.EventCursor;
import dev.accepted.events.HistoryLost;
import dev.accepted.http.handover.Outlet;
import dev.accepted.http.stream.LiveAnswers.Place;
import dev.accepted.job.JobId;
import dev.accepted.job.LogLine;
import dev.accepted.metrics.StreamMetrics.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A log as it is written, from its first line to the end of its job. */
final class FollowedLog extends LiveAnswer {

  private static final int LINES = 100;

  private final JobService jobs;
  private final JobId job;
  private final Function<LogLine, byte[]> text;
  private boolean over;
  private long last;

  /**
   * A log.
   *
   * @param over whether the job has finished
   * @param text how a line is written
   */
  FollowedLog(
      Outlet out,
      Place place,
      JobService jobs,
      JobId job,
      boolean over,
      Function<LogLine, byte[]> text) {
    super(out, place, Kind.LOG, Optional.empty());
    this.jobs = jobs;
    this.job = job;
    this.over = over;
    this.text = text;
  }

  @Override
  void tell(EventCursor cursor) {
    // The events say when to look, not what there is: that is told from the first line on.
    for (List<Event> events = events(cursor); !events.isEmpty(); events = events(cursor)) {
      over |= events.stream().anyMatch(EventText::isLast);
    }
    while (hasRoom()) {
      List<LogLine> lines = jobs.log(job, last, LINES);
      send(lines.stream().map(text).toList());
      if (lines.isEmpty()) {
        if (over || cursor.isEnded()) {
          end();
        }
        return;
      }
      last = lines.get(lines.size() - 1).number();
    }
  }

  private static List<Event> events(EventCursor cursor) {
    try {
      return cursor.next();
    } catch (HistoryLost lost) {
      cursor.skip();
      return List.of();
    }
  }
}
