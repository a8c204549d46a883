package dev.accepted.http.overview;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.accepted.engine.OverviewService;
import dev.accepted.engine.activity.Activity.Span;
import dev.accepted.engine.overview.ServerStanding;
import dev.accepted.guard.Caller;
import dev.accepted.guard.throttle.Offenders;
import dev.accepted.http.overview.OverviewView.JobsView;
import dev.accepted.http.wire.WireJson;
import dev.accepted.job.Owners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Tells a caller how things stand, as far as it may know. */
@ApplicationScoped
public class Overviews {

  @Inject OverviewService overview;
  @Inject Offenders offenders;

  /** Whether a caller sees how the server stands: that tells of everybody's jobs. */
  static boolean seesServer(Caller caller) {
    return caller.sees().equals(Owners.ALL);
  }

  /** What that caller sees. */
  OverviewView of(Caller caller) {
    JobsView jobs = JobsView.of(overview.counts(caller.sees())).orElse(null);
    if (!seesServer(caller)) {
      return new OverviewView(null, jobs, null);
    }
    ServerStanding server = overview.server();
    int blocked = offenders.count();
    List<Trouble> troubles =
        Troubles.of(server, overview.activity(Span.HOUR).orElse(null), blocked);
    return new OverviewView(troubles, jobs, ServerView.of(server, blocked));
  }

  /** The same as it is streamed: in one line. */
  String line(Caller caller) {
    return new String(WireJson.bytes(of(caller)), UTF_8);
  }
}
