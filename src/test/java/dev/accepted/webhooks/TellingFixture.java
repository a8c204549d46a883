package dev.accepted.webhooks;

import dev.accepted.engine.EngineFixture;
import dev.accepted.engine.ScriptedType;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.SettableClock;
import dev.accepted.sql.Database;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An engine whose clock stands still, and who receives what it tells of its jobs. */
abstract class TellingFixture {

  static final String LINKS = "http://jobs.example/api/";

  @TempDir Path folder;
  final SettableClock clock = new SettableClock();
  Receiver receiver;
  EngineFixture engine;

  abstract Database open(Path data) throws Exception;

  /** An engine on a database, not closed by anybody but whoever has it. */
  abstract EngineFixture engine(Database database) throws Exception;

  @BeforeEach
  void start() throws Exception {
    // Signatures are checked against the machine's clock.
    clock.set(Instant.ofEpochMilli(System.currentTimeMillis()));
    receiver = new Receiver();
    engine = engine(open(folder));
  }

  @AfterEach
  void stop() {
    engine.close();
    receiver.close();
  }

  /** What its jobs do. */
  static ScriptedType type() {
    return new ScriptedType("test", 2)
        .act("nothing", context -> {})
        .act(
            "fail",
            context -> {
              throw new PermanentFailure("no-luck", "It had to be.");
            });
  }
}
