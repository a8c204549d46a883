package dev.accepted.engine.schedules;

import dev.accepted.job.Act;
import dev.accepted.job.ActKind;
import dev.accepted.job.JobId;
import dev.accepted.store.Schedule;

/** What the audit log tells of schedules: never an input, which may hold anything. */
public final class ScheduleActs {

  private ScheduleActs() {}

  static Act on(Schedule schedule, ActKind kind) {
    return Act.ownedBy(schedule.owner(), kind, schedule.id().toString())
        .with("name", schedule.plan().name())
        .with("type", schedule.plan().type());
  }

  /** A job was submitted before its time. */
  public static Act run(Schedule schedule, JobId job) {
    return on(schedule, ActKind.SCHEDULE_RUN).with("job", job.toString());
  }
}
