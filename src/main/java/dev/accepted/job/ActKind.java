package dev.accepted.job;

import java.util.Optional;
import java.util.stream.Stream;

/** What callers can do to what is there, beyond submitting jobs: what the audit log tells of. */
public enum ActKind {
  /** A job that had not finished was canceled, or asked to stop. */
  JOB_CANCELED("job.canceled"),
  /** A failed or canceled job was put back to be run again. */
  JOB_RETRIED("job.retried"),
  /** A job that waits was given another priority. */
  JOB_PRIORITIZED("job.prioritized"),
  /** A job was taken out, result and all; not one that expired. */
  JOB_REMOVED("job.removed"),
  /** A bulk operation began to do the same with many jobs. */
  JOBS_CHANGED("jobs.changed"),
  /** A job can be read by whoever has a certain link. */
  LINK_CREATED("link.created"),
  /** A delivery that had arrived or was dead was put back to be sent again. */
  DELIVERY_SENT_AGAIN("delivery.sent-again"),
  /** Somebody is told what happens to all jobs from then on. */
  SUBSCRIPTION_CREATED("subscription.created"),
  /** Another receiver or filter. */
  SUBSCRIPTION_CHANGED("subscription.changed"),
  /** It is told nothing for a while. */
  SUBSCRIPTION_PAUSED("subscription.paused"),
  /** It is told again what happens. */
  SUBSCRIPTION_RESUMED("subscription.resumed"),
  /** It was ended by a caller; not by its receiver. */
  SUBSCRIPTION_REMOVED("subscription.removed"),
  /** A subscription has another secret. */
  SECRET_ROTATED("secret.rotated"),
  /** A job is submitted again and again from then on. */
  SCHEDULE_CREATED("schedule.created"),
  /** Another expression, or other jobs. */
  SCHEDULE_CHANGED("schedule.changed"),
  /** None is submitted for a while. */
  SCHEDULE_PAUSED("schedule.paused"),
  /** They are submitted again. */
  SCHEDULE_RESUMED("schedule.resumed"),
  /** A job of it was submitted by a caller, whatever the time. */
  SCHEDULE_RUN("schedule.run"),
  /** It was taken out; its jobs were not. */
  SCHEDULE_REMOVED("schedule.removed"),
  /** An imported table was taken out, rows and all. */
  DATASET_REMOVED("dataset.removed"),
  /** Jobs of a type are accepted, and none is started. */
  TYPE_PAUSED("type.paused"),
  /** They are started again. */
  TYPE_RESUMED("type.resumed"),
  /** There is another API key. */
  KEY_CREATED("key.created"),
  /** An API key counts no more; not one whose time is over. */
  KEY_REVOKED("key.revoked"),
  /** A caller or address that was not listened to is listened to again, before its time. */
  OFFENDER_RELEASED("offender.released");

  private final String wireName;

  ActKind(String wireName) {
    this.wireName = wireName;
  }

  /** Its name in the store and in answers. */
  public String wireName() {
    return wireName;
  }

  /** The kind of that name. */
  public static Optional<ActKind> named(String name) {
    return Stream.of(values()).filter(kind -> kind.wireName.equals(name)).findFirst();
  }
}
