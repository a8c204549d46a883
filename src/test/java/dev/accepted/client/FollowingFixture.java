package dev.accepted.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A job that is followed, and a server that answers as a test says. */
abstract class FollowingFixture {

  static final String JOB = "/api/jobs/1";

  final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
  ActingServer server;
  JobClient client;

  @BeforeEach
  void raise() throws IOException {
    server = new ActingServer();
    client =
        JobClient.builder(server.url("/api"))
            .timing(
                new Timing(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(3),
                    Duration.ofMillis(100),
                    Duration.ofMillis(20),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2)))
            .build();
  }

  @AfterEach
  void leave() {
    client.close();
    server.close();
  }

  Outcome follow() throws Exception {
    return client.follow(server.url(JOB), reports::add).get(20, TimeUnit.SECONDS);
  }

  List<Integer> percents() {
    return reports.stream().map(report -> report.percentComplete().orElse(-1)).toList();
  }

  static String going(int percent) {
    return "{\"status\":\"running\",\"percentComplete\":%d,\"links\":{\"events\":\"%s/events\"}}"
        .formatted(percent, JOB);
  }

  static String succeeded() {
    return "{\"status\":\"succeeded\",\"percentComplete\":100,\"resourceLocation\":\"%s/result\"}"
        .formatted(JOB);
  }

  static String failed() {
    return "{\"status\":\"failed\",\"error\":{\"code\":\"c\",\"message\":\"no chalk\"}}";
  }

  static String canceled() {
    return "{\"status\":\"canceled\"}";
  }

  static String event(int id, String name, String data) {
    return "id: %d\nevent: %s\ndata: %s\n\n".formatted(id, name, data);
  }
}
