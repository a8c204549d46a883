package dev.accepted.engine.intake;

import dev.accepted.config.Settings;
import dev.accepted.engine.cron.CronExpression;
import dev.accepted.engine.cron.CronTimes;
import dev.accepted.engine.registry.JobTypes;
import dev.accepted.engine.registry.RegisteredType;
import dev.accepted.job.InvalidInput.Violation;
import dev.accepted.job.JobDefinition.FileRule;
import dev.accepted.job.Submitter;
import dev.accepted.store.Schedule.CatchUp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which schedules there may be: what is stored could be submitted there and then. */
public final class ScheduleRules {

  /** The label by which a schedule's jobs are known; its text is the schedule's id. */
  public static final String LABEL = "schedule";

  private static final int LONGEST_CRON = 200;
  private static final String UTC = "UTC";
  private static final UUID ANY = new UUID(0, 0);
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.*\\S)[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]{1,100}");

  private final JobTypes types;
  private final Inputs inputs;
  private final OptionRules options;

  /** The rules of this server. */
  public ScheduleRules(Settings settings, JobTypes types, Inputs inputs) {
    this.types = types;
    this.inputs = inputs;
    this.options = new OptionRules(settings);
  }

  /**
   * The options of a job of that schedule.
   *
   * @param asked the schedule's
   */
  public static RequestedOptions labelled(RequestedOptions asked, UUID schedule) {
    Map<String, String> labels = new HashMap<>(asked.labels());
    labels.put(LABEL, schedule.toString());
    return asked.with(labels);
  }

  /**
   * The schedule, if there may be such a one.
   *
   * @param owner whose it will be
   * @param links what URLs begin with for the caller
   * @throws Refusal.Unprocessable if not; with pointers to what is wrong
   * @throws Refusal.TypeUnavailable if no job of its type can run here
   */
  public CheckedSchedule checked(RequestedSchedule asked, String owner, String links, Instant now) {
    Check check = new Check();
    check.part("/name", "", () -> name(asked.name()));
    String zone = asked.zone() == null ? UTC : asked.zone();
    ZoneId in = check.part("/zone", ZoneOffset.UTC, () -> CronTimes.zone(zone));
    Optional<CronTimes> times =
        check.part("/cron", Optional.empty(), () -> Optional.of(times(asked.cron(), in, now)));
    CatchUp catchUp = check.part("/catchUp", CatchUp.ONCE, () -> catchUp(asked.catchUp()));
    Optional<RegisteredType> type =
        check.part("/type", Optional.empty(), () -> Optional.of(type(asked.type())));
    String input = asked.input().toString();
    type.ifPresent(
        known -> {
          checkOptions(check, asked.options(), known, now, links);
          checkInput(check, asked, known, input, owner);
        });
    check.end("The schedule is not valid.");
    return new CheckedSchedule(
        asked.name(),
        asked.cron(),
        zone,
        times.orElseThrow(),
        catchUp,
        asked.type(),
        input,
        asked.options(),
        links);
  }

  private static String name(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a name is 1 to 100 characters, none of them a control character, and not only blanks");
    }
    return name;
  }

  private static CronTimes times(String cron, ZoneId zone, Instant now) {
    if (cron.length() > LONGEST_CRON) {
      throw new IllegalArgumentException("at most " + LONGEST_CRON + " characters");
    }
    CronTimes times = CronTimes.of(CronExpression.parse(cron), zone);
    if (times.after(now).isEmpty()) {
      throw new IllegalArgumentException("this never comes");
    }
    return times;
  }

  private static CatchUp catchUp(@Nullable String name) {
    return name == null
        ? CatchUp.ONCE
        : Stream.of(CatchUp.values())
            .filter(one -> one.wireName().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("skip, once or all"));
  }

  private RegisteredType type(String name) {
    RegisteredType type =
        types
            .named(name)
            .orElseThrow(() -> new IllegalArgumentException("one of the types " + schedulable()));
    if (type.definition().file().rule() == FileRule.REQUIRED) {
      throw new IllegalArgumentException(
          "jobs of this type need a file each, so they can't be scheduled; these can: "
              + schedulable());
    }
    type.unavailable()
        .ifPresent(
            reason -> {
              throw new Refusal.TypeUnavailable(reason);
            });
    return type;
  }

  private String schedulable() {
    return types.all().stream()
        .filter(type -> type.definition().file().rule() != FileRule.REQUIRED)
        .map(RegisteredType::name)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private void checkOptions(
      Check check, RequestedOptions asked, RegisteredType type, Instant now, String links) {
    if (asked.labels().containsKey(LABEL)) {
      check.wrong("/labels/" + LABEL, "each job gets this label by itself: the schedule's id");
    }
    try {
      options.options(labelled(asked, ANY), type.definition(), now, links);
    } catch (Refusal.InvalidOption invalid) {
      String member = invalid.option().equals("label") ? "labels" : invalid.option();
      check.wrong("/" + member, invalid.explanation());
    }
  }

  private void checkInput(
      Check check, RequestedSchedule asked, RegisteredType type, String input, String owner) {
    try {
      inputs.check(type, asked.input(), input, null, new Submitter(owner, false));
    } catch (Refusal.Unprocessable invalid) {
      for (Violation violation : invalid.violations()) {
        check.wrong("/input" + violation.pointer(), violation.detail());
      }
    }
  }
}
