package dev.accepted.http.overview;

import dev.accepted.job.JobStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How things stand.
 *
 * @param troubles what is wrong right now, the worst first; null for who doesn't see the server
 * @param jobs those that the caller sees; null if they can't be counted in time
 * @param server null for who doesn't see it
 */
public record OverviewView(
    @Nullable List<Trouble> troubles, @Nullable JobsView jobs, @Nullable ServerView server) {

  /**
   * How many jobs there are.
   *
   * @param types the same by type, of those that have any
   */
  public record JobsView(Counts all, List<TypeView> types) {

    static Optional<JobsView> of(Optional<Map<String, Map<JobStatus, Long>>> counted) {
      return counted.map(JobsView::of);
    }

    private static JobsView of(Map<String, Map<JobStatus, Long>> counted) {
      Map<JobStatus, Long> all = new EnumMap<>(JobStatus.class);
      List<TypeView> types = new ArrayList<>();
      counted.forEach(
          (type, counts) -> {
            counts.forEach((status, jobs) -> all.merge(status, jobs, Long::sum));
            types.add(new TypeView(type, Counts.of(counts)));
          });
      return new JobsView(Counts.of(all), types);
    }
  }

  /** How many of a type there are. */
  public record TypeView(String type, Counts jobs) {}

  /** By status. */
  public record Counts(
      long scheduled, long queued, long running, long succeeded, long failed, long canceled) {

    static Counts of(Map<JobStatus, Long> counts) {
      return new Counts(
          counts.getOrDefault(JobStatus.SCHEDULED, 0L),
          counts.getOrDefault(JobStatus.QUEUED, 0L),
          counts.getOrDefault(JobStatus.RUNNING, 0L),
          counts.getOrDefault(JobStatus.SUCCEEDED, 0L),
          counts.getOrDefault(JobStatus.FAILED, 0L),
          counts.getOrDefault(JobStatus.CANCELED, 0L));
    }
  }
}
