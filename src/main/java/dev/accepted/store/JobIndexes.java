package dev.accepted.store;

import dev.accepted.job.JobFilter;
import dev.accepted.job.JobId;
import dev.accepted.job.JobStatus;
import dev.accepted.job.Owners;
import dev.accepted.sql.Session;
import dev.accepted.store.JobKeys.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which index leads to the jobs that are asked for, past the fewest others. */
final class JobIndexes {

  /** No more parts of an index are put together: each has to be read for each step. */
  static final int MOST_PARTS = 64;

  /** So many ids of each index are looked at, to see which gets furthest with them. */
  private static final int SAMPLE = 100;

  /** By the index of what is ready, which leads with both. */
  static final String NEXT_TYPE =
      """
      select type from job where status = ? and type > ? and type >= ?
      order by status, type, priority desc, turn, id limit 1
      """;

  private static final List<String> STATUSES =
      Arrays.stream(JobStatus.values()).map(JobStatus::wireName).toList();

  private final Session session;
  private final JobFilter filter;
  private final List<List<Part>> indexes = new ArrayList<>();

  /** Whether something is asked for that no index tells. */
  private boolean more;

  private JobIndexes(Session session, JobFilter filter) {
    this.session = session;
    this.filter = filter;
    this.more =
        filter.text() != null
            || filter.submittedAfter() != null
            || filter.submittedBefore() != null;
  }

  /** The best for these jobs. */
  static JobKeys best(Session session, Owners owners, JobFilter filter, IdRange range)
      throws SQLException {
    JobIndexes all = new JobIndexes(session, filter);
    all.collect(owners);
    return all.best(range);
  }

  private void collect(Owners owners) throws SQLException {
    if (owners instanceof Owners.Only only) {
      indexes.add(List.of(Part.ofOwner(only.owner())));
    } else if (owners instanceof Owners.OfTenant tenant) {
      add(ofTenant(tenant));
    } else if (!(owners instanceof Owners.All)) {
      indexes.add(List.of());
    }
    if (filter.owner() != null) {
      indexes.add(List.of(Part.ofOwner(filter.owner())));
    }
    if (!filter.statuses().isEmpty() || !filter.types().isEmpty()) {
      add(ofKinds());
    } else if (filter.exceptType() != null) {
      more = true;
    }
    filter.labels().forEach((name, text) -> indexes.add(List.of(Part.ofLabel(name, text))));
  }

  private void add(Optional<List<Part>> index) {
    index.ifPresentOrElse(indexes::add, () -> more = true);
  }

  private JobKeys best(IdRange range) throws SQLException {
    if (indexes.isEmpty()) {
      return new JobKeys(List.of(Part.ALL), !more);
    }
    if (indexes.size() == 1) {
      return new JobKeys(indexes.get(0), !more);
    }
    JobKeys furthest = new JobKeys(indexes.get(0), false);
    JobId lowest = new JobId(range.before());
    for (List<Part> index : indexes) {
      JobKeys keys = new JobKeys(index, false);
      List<UUID> sample = keys.next(session, range, SAMPLE);
      if (sample.size() < SAMPLE) {
        return keys;
      }
      // What gets far by few ids leaves the most out.
      JobId last = new JobId(sample.get(SAMPLE - 1));
      if (last.compareTo(lowest) < 0) {
        lowest = last;
        furthest = keys;
      }
    }
    return furthest;
  }

  /** By type and status; empty if those are too many. */
  private Optional<List<Part>> ofKinds() throws SQLException {
    Collection<String> statuses =
        filter.statuses().isEmpty()
            ? STATUSES
            : filter.statuses().stream().map(JobStatus::wireName).sorted().toList();
    List<Part> parts = new ArrayList<>();
    for (String status : statuses) {
      for (String type : filter.types().isEmpty() ? typesOf(status) : filter.types()) {
        if (!type.equals(filter.exceptType())) {
          parts.add(Part.ofKind(type, status));
        }
      }
    }
    return parts.size() > MOST_PARTS ? Optional.empty() : Optional.of(parts);
  }

  /** An index is entered once for each, however many jobs there are of it. */
  private List<String> typesOf(String status) throws SQLException {
    List<String> types = new ArrayList<>();
    Optional<String> next = typeAfter(status, "");
    while (next.isPresent() && types.size() <= MOST_PARTS) {
      types.add(next.get());
      next = typeAfter(status, next.get());
    }
    return types;
  }

  private Optional<String> typeAfter(String status, String type) throws SQLException {
    return session.first(
        NEXT_TYPE, row -> row.text("type"), status, type, session.dialect().entryAfter(type));
  }

  /**
   * By the owners of the tenant; empty if those are too many. Whoever has a job has bytes here, and
   * so a row among those that are counted: at least those of its input.
   */
  private Optional<List<Part>> ofTenant(Owners.OfTenant tenant) throws SQLException {
    OwnerCondition condition = OwnerCondition.of(tenant);
    List<Object> arguments = new ArrayList<>(condition.arguments());
    arguments.add(MOST_PARTS + 1);
    List<Part> parts =
        session.list(
            "select owner from caller_use where " + condition.text() + " limit ?",
            row -> Part.ofOwner(row.text("owner")),
            arguments.toArray());
    return parts.size() > MOST_PARTS ? Optional.empty() : Optional.of(parts);
  }
}
