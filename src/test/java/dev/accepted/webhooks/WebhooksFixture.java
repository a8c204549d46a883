package dev.accepted.webhooks;

import dev.accepted.config.Settings;
import dev.accepted.config.TestSettings;
import dev.accepted.engine.EngineFixture;
import dev.accepted.engine.ScriptedType;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.RequestedCallback;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.job.Job;
import dev.accepted.sql.Database;
import dev.accepted.webhooks.Receiver.Received;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An engine whose clock stands still, and who receives what it tells of its jobs. */
abstract class WebhooksFixture extends TellingFixture {

  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  static final Duration A_DAY = Duration.ofDays(1);

  @Override
  EngineFixture engine(Database database) throws Exception {
    Settings settings = TestSettings.in(folder, Map.of("accepted.webhooks.allow", "127.0.0.0/8"));
    ScriptedType type = type().act("wait", context -> context.pause(A_DAY));
    return new EngineFixture(settings, clock, database, type);
  }

  Job submit(String act, @Nullable List<String> events, @Nullable String secret) throws Exception {
    return submit(act, new RequestedCallback(receiver.url("/hook?token=t"), events, secret));
  }

  Job submit(String act, RequestedCallback callback) throws Exception {
    RequestedOptions options =
        new RequestedOptions(null, null, null, null, null, Map.of("team", "ops"), callback);
    return engine.submit(
        new NewJob(
            EngineFixture.OWNER,
            "test",
            Json.createObjectBuilder().add("act", act).build(),
            null,
            options,
            null,
            null,
            LINKS));
  }

  DeliveryReport await(Job job, Predicate<DeliveryReport> wanted) {
    long end = System.nanoTime() + EngineFixture.PATIENCE.toNanos();
    List<DeliveryReport> now = List.of();
    while (System.nanoTime() < end) {
      now = engine.service().deliveries(job);
      for (DeliveryReport report : now) {
        if (wanted.test(report)) {
          return report;
        }
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("not among " + now);
  }

  DeliveryReport await(Job job, String state, int attempts) {
    return await(
        job, report -> report.state().equals(state) && report.attempts().size() == attempts);
  }

  static CloudEvent event(Received received) {
    return new JsonFormat().deserialize(received.body().getBytes(StandardCharsets.UTF_8));
  }

  static JsonObject data(CloudEvent event) {
    byte[] data = event.getData().toBytes();
    try (var reader =
        Json.createReader(new StringReader(new String(data, StandardCharsets.UTF_8)))) {
      return reader.readObject();
    }
  }
}
