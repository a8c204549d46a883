package dev.accepted.engine;

import dev.accepted.engine.logging.Logfmt;
import dev.accepted.job.AttemptError;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobStatus;
import dev.accepted.job.TraceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the server's log for each transition of a job, all worded here. The way that nearly
 * every job goes is told at DEBUG: at a thousand jobs a second nobody reads it. What deviates is
 * told at INFO. Nothing of a job's input is in it; of an error its code, not its message, which may
 * quote the input.
 */
final class TransitionLog {

  private static final Logger LOG = System.getLogger(TransitionLog.class.getName());

  /** A job has been stored. */
  void accepted(Job job) {
    if (LOG.isLoggable(Level.DEBUG)) {
      write(Level.DEBUG, line("accepted", job, "none", job.status().wireName()), job);
    }
  }

  /** A job has changed. */
  void changed(Job before, Job after, Kind kind) {
    String event = event(before, kind);
    Level level = level(event);
    if (LOG.isLoggable(level)) {
      Job attempted = before.status() == JobStatus.RUNNING ? before : after;
      Logfmt line = line(event, attempted, before.status().wireName(), after.status().wireName());
      if (kind == Kind.STARTED) {
        duration(line, "waited", before.state().updatedAt(), after);
      } else if (AttemptOutcome.isEnd(before, after)) {
        duration(line, "duration", before.state().startedAt(), after);
        addError(line, before, after);
      }
      write(level, line, after);
    }
  }

  /** A job has been taken out. */
  void gone(Job last, Kind kind) {
    String event = word(kind);
    Level level = level(event);
    if (LOG.isLoggable(level)) {
      write(level, line(event, last, last.status().wireName(), event), last);
    }
  }

  private static Logfmt line(String event, Job job, String from, String to) {
    return new Logfmt()
        .with("event", event)
        .with(job, job.state().attempt())
        .with("from", from)
        .with("to", to);
  }

  private static void duration(Logfmt line, String name, @Nullable Instant since, Job after) {
    if (since != null) {
      line.with(name, Duration.between(since, after.state().updatedAt()));
    }
  }

  private static void addError(Logfmt line, Job before, Job after) {
    List<AttemptError> errors = after.state().errors();
    if (errors.size() > before.state().errors().size()) {
      line.with("code", errors.get(errors.size() - 1).code());
    }
    Instant next = after.state().runAt();
    if (next != null) {
      line.with("next", next);
    }
  }

  private static void write(Level level, Logfmt line, Job job) {
    TraceContext trace = job.submission().trace();
    if (trace != null) {
      line.with("trace_id", trace.traceId());
    }
    LOG.log(level, line.toString());
  }

  private static String event(Job before, Kind kind) {
    if (kind == Kind.PROGRESS) {
      return "prioritized"; // how far an attempt has come is no transition
    }
    if (kind != Kind.QUEUED) {
      return word(kind);
    }
    return switch (before.status()) {
      case RUNNING -> "released";
      case SCHEDULED, QUEUED -> "due";
      case SUCCEEDED, FAILED, CANCELED -> "retried";
    };
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Level level(String event) {
    return switch (event) {
      case "due", "started", "succeeded", "expired" -> Level.DEBUG;
      default -> Level.INFO;
    };
  }
}
