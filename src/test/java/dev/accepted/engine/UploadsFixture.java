package dev.accepted.engine;

import static dev.accepted.engine.EngineFixture.OWNER;

import dev.accepted.config.TestSettings;
import dev.accepted.engine.uploads.Uploads;
import dev.accepted.job.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Uploads on one server, three of each caller at most. */
abstract class UploadsFixture {

  static final String HELLO_SHA = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";

  @TempDir Path folder;
  final SettableClock clock = new SettableClock();
  EngineFixture fixture;
  Uploads uploads;

  @BeforeEach
  void start() throws Exception {
    start(Map.of("accepted.uploads.max", "3"));
  }

  void start(Map<String, String> settings) throws Exception {
    fixture =
        new EngineFixture(TestSettings.in(folder, settings), clock, new ScriptedType("test", 1));
    uploads = fixture.service().uploads();
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("content/uploads"))) {
      return all.map(file -> file.getFileName().toString()).toList();
    }
  }

  long kept() {
    return fixture.service().quotas(OWNER).bytes().used().orElseThrow();
  }
}
