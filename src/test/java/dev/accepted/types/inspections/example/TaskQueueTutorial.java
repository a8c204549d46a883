package dev.accepted.types.inspections.example;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * After the best known tutorial of a task queue behind a small Python web framework, its faults
 * left in: whatever id is asked for is a task that waits, and nobody is told when to come again.
 */
public final class TaskQueueTutorial extends ExampleServer {

  private static final int TOTAL = 8;

  private final Map<String, Integer> looks = new ConcurrentHashMap<>();

  public TaskQueueTutorial() throws IOException {}

  @Override
  void answer(Handled request) throws IOException {
    request.set("Server", "Werkzeug/2.0.1 Python/3.9.2");
    boolean submission = request.path().equals("/longtask");
    String allowed = submission ? "POST, OPTIONS" : "GET, HEAD, OPTIONS";
    if (request.method().equals("OPTIONS")) {
      request.set("Allow", allowed).send(200, "text/html; charset=utf-8", "");
    } else if (submission && request.method().equals("POST")) {
      String id = UUID.randomUUID().toString();
      looks.put(id, 0);
      request.set("Location", "/status/" + id).json(202, "{}");
    } else if (!submission && "GET HEAD".contains(request.method())) {
      request.json(200, status(request.path().substring("/status/".length())));
    } else {
      request
          .set("Allow", allowed)
          .send(405, "text/html; charset=utf-8", "<title>405 Method Not Allowed</title>");
    }
  }

  private String status(String id) {
    int seen = looks.containsKey(id) ? looks.merge(id, 1, Integer::sum) : 0;
    if (seen <= 1) {
      return "{\"state\":\"PENDING\",\"current\":0,\"total\":1,\"status\":\"Pending...\"}";
    }
    return seen < TOTAL
        ? "{\"state\":\"PROGRESS\",\"current\":%d,\"total\":%d,\"status\":\"Polishing radiant disk\"}"
            .formatted(seen, TOTAL)
        : "{\"state\":\"SUCCESS\",\"current\":100,\"total\":100,\"status\":\"Task completed!\",\"result\":42}";
  }
}
