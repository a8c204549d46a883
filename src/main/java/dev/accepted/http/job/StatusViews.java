package dev.accepted.http.job;

import dev.accepted.http.header.ReprDigest;
import dev.accepted.http.job.StatusView.ErrorView;
import dev.accepted.http.job.StatusView.ProgressView;
import dev.accepted.http.job.StatusView.ResultView;
import dev.accepted.http.wire.Urls;
import dev.accepted.job.AttemptError;
import dev.accepted.job.ContentInfo;
import dev.accepted.job.Job;
import dev.accepted.job.JobState;
import dev.accepted.job.JobStatus;
import dev.accepted.job.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes status representations. */
final class StatusViews {

  private static final int ALL_PERCENT = 100;

  private StatusViews() {}

  static StatusView of(Job job, Urls urls, Optional<Instant> estimate) {
    JobState state = job.state();
    boolean succeeded = state.status() == JobStatus.SUCCEEDED;
    Map<String, String> labels = job.options().labels();
    return new StatusView(
        job.id().toString(),
        job.type(),
        state.status().wireName(),
        job.options().priority(),
        percent(state),
        progress(state.progress()),
        state.attempt(),
        state.maxAttempts(),
        job.submission().submittedAt(),
        state.startedAt(),
        state.updatedAt(),
        state.finishedAt(),
        state.runAt(),
        estimate.orElse(null),
        state.cancelRequestedAt(),
        state.expiresAt(),
        labels.isEmpty() ? null : new TreeMap<>(labels),
        error(state.errors()),
        result(state.result()),
        succeeded ? urls.of(job.id(), JobLinks.RESULT) : null,
        JobLinks.of(job, urls));
  }

  private static @Nullable Integer percent(JobState state) {
    if (state.status() == JobStatus.SUCCEEDED) {
      return ALL_PERCENT;
    }
    int percent = state.progress().percent();
    return percent < 0 ? null : percent;
  }

  private static @Nullable ProgressView progress(Progress progress) {
    return progress.equals(Progress.NONE)
        ? null
        : new ProgressView(
            progress.done(),
            progress.total() == 0 ? null : progress.total(),
            progress.unit(),
            progress.message());
  }

  private static @Nullable ErrorView error(List<AttemptError> errors) {
    if (errors.isEmpty()) {
      return null;
    }
    AttemptError last = errors.get(errors.size() - 1);
    return new ErrorView(last.code(), last.message(), errors);
  }

  private static @Nullable ResultView result(@Nullable ContentInfo result) {
    return result == null
        ? null
        : new ResultView(
            result.mediaType(), result.length(), result.fileName(), ReprDigest.of(result.sha256()));
  }
}
