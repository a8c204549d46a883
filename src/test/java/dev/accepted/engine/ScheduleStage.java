package dev.accepted.engine;

import dev.accepted.config.TestSettings;
import dev.accepted.job.AuditEntry;
import dev.accepted.job.SettableClock;
import dev.accepted.sql.Database;
import dev.accepted.store.AuditFilter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An engine on any database whose clock a test moves, for schedules. */
@Timeout(90)
abstract class ScheduleStage {

  /** In Berlin it is 20:30. */
  private static final String START = "2026-11-21T19:30:00.123Z";

  @TempDir Path folder;
  final SettableClock clock = new SettableClock();
  EngineFixture engine;
  ScheduleFixture schedules;

  abstract Database open(Path data) throws Exception;

  @BeforeEach
  void start() throws Exception {
    clock.set(Instant.parse(START));
    begin(type("test", "nothing", "other"));
  }

  static ScriptedType type(String name, String... acts) {
    ScriptedType type =
        new ScriptedType(name, 1).act("wait", context -> context.pause(Duration.ofDays(1)));
    for (String act : acts) {
      type.act(act, context -> {});
    }
    return type;
  }

  void begin(ScriptedType type) throws Exception {
    begin(type, "1000");
  }

  /** The same where no more jobs than that may wait. */
  void begin(ScriptedType type, String queueLimit) throws Exception {
    engine =
        new EngineFixture(
            TestSettings.in(
                folder,
                Map.of(
                    "accepted.schedules.max",
                    "3",
                    "accepted.queue.limit",
                    queueLimit,
                    "accepted.webhooks.allow",
                    "127.0.0.0/8")),
            clock,
            open(folder),
            type);
    schedules = new ScheduleFixture(engine);
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  List<String> acts() {
    return engine.service().audit().list(AuditFilter.ALL, 100, Optional.empty()).stream()
        .map(AuditEntry::act)
        .toList();
  }
}
