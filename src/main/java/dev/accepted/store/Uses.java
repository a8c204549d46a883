package dev.accepted.store;

import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import dev.accepted.sql.Pending;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a transaction changes what callers have here, written last: one statement for each caller,
 * whatever it does. It comes after the journal, whose numbers one transaction at a time may take,
 * so that no two servers ever wait for each other's rows.
 */
public final class Uses implements Session.Closing {

  private final List<Change> changes = new ArrayList<>();
  private final Map<String, CallerUse> found = new HashMap<>();

  /**
   * What changes.
   *
   * @param told whether {@link #now} tells of it at once
   */
  private record Change(Pending happened, String owner, CallerUse more, boolean told) {}

  private Uses() {}

  /** Those of this transaction. */
  public static Uses of(Session session) {
    Journal.of(session); // first: the order in which both were asked for is that of their writing
    return session.closing(Uses.class, Uses::new);
  }

  /**
   * What a caller has by now, with the jobs and the parts of uploads that this transaction has
   * added: exactly that, if this is the only server; what other servers' transactions under way add
   * is not in it.
   */
  public CallerUse now(Session session, String owner) throws SQLException {
    CallerUse use = found.get(owner);
    if (use == null) {
      use = CallerUse.of(session, owner);
      found.put(owner, use);
    }
    for (Change change : changes) {
      if (change.owner().equals(owner) && change.told()) {
        use = use.plus(change.more());
      }
    }
    return use;
  }

  /** A job has been stored. */
  void added(Job job, long bytes) {
    changes.add(new Change(Pending.done(1), job.owner(), new CallerUse(1, bytes), true));
  }

  /** A job has changed, if what was sent changes its row. */
  void moved(Pending happened, JobStatus from, Job after, long bytes) {
    int active = (from.isFinal() ? 1 : 0) - (after.status().isFinal() ? 1 : 0);
    changes.add(new Change(happened, after.owner(), new CallerUse(active, bytes), false));
  }

  /** A job is gone. */
  void removed(Job job, long bytes) {
    int active = job.status().isFinal() ? 0 : -1;
    changes.add(new Change(Pending.done(1), job.owner(), new CallerUse(active, -bytes), false));
  }

  /** An upload keeps more, or what it kept is gone. */
  void keeps(String owner, long bytes) {
    changes.add(new Change(Pending.done(1), owner, new CallerUse(0, bytes), bytes > 0));
  }

  @Override
  public void in(Session session) throws SQLException {
    Map<String, CallerUse> sums = sums();
    Map<String, Pending> written = new HashMap<>();
    for (Map.Entry<String, CallerUse> sum : sums.entrySet()) {
      written.put(
          sum.getKey(),
          session.updateLater(
              "update caller_use set active = active + ?, bytes = bytes + ? where owner = ?",
              sum.getValue().active(),
              sum.getValue().bytes(),
              sum.getKey()));
    }
    session.flush();
    for (Map.Entry<String, CallerUse> sum : sums.entrySet()) {
      Pending row = written.get(sum.getKey());
      settle(session, sum.getKey(), sum.getValue(), row != null && row.changedOne());
    }
  }

  private Map<String, CallerUse> sums() {
    Map<String, CallerUse> sums = new HashMap<>();
    for (Change change : changes) {
      if (change.happened().changedOne()) {
        sums.merge(change.owner(), change.more(), CallerUse::plus);
      }
    }
    sums.values().removeIf(CallerUse.NOTHING::equals);
    return sums;
  }

  /** A caller's first job makes its row, and the last to be gone may leave nothing of it. */
  private static void settle(Session session, String owner, CallerUse more, boolean there)
      throws SQLException {
    if (!there) {
      session.updateLater(
          "insert into caller_use (owner, active, bytes) values (?, ?, ?)",
          owner,
          more.active(),
          more.bytes());
    } else if (more.bytes() < 0) {
      session.updateLater(
          "delete from caller_use where owner = ? and active = 0 and bytes = 0", owner);
    }
  }
}
