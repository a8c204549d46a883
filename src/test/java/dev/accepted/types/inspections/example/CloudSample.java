package dev.accepted.types.inspections.example;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * After a cloud's sample of the asynchronous request-reply pattern, its faults left in: a status
 * that answers 202 for whatever id, without Retry-After, and 302 to a signed URL at the end.
 */
public final class CloudSample extends ExampleServer {

  /** What the URL of the result is signed with. */
  public static final String SIGNATURE = "Zm9yZ2VkIHNpZ25hdHVyZQ";

  private static final int TOTAL = 8;

  private final Map<String, Integer> looks = new ConcurrentHashMap<>();

  public CloudSample() throws IOException {}

  @Override
  void answer(Handled request) throws IOException {
    String path = request.path();
    String id = path.substring(path.lastIndexOf('/') + 1);
    if (path.equals("/api/work") && request.method().equals("POST")) {
      String made = UUID.randomUUID().toString();
      looks.put(made, 0);
      request
          .set("Location", url() + "/api/status/" + made)
          .send(202, "text/plain", "Request Accepted for Processing");
    } else if (path.startsWith("/api/status/") && request.method().equals("GET")) {
      status(request, id);
    } else if (path.startsWith("/data/") && looks.containsKey(id)) {
      request.set("ETag", "\"0x8D9\"").json(200, "{\"completed\":true}");
    } else {
      request.empty(404);
    }
  }

  private void status(Handled request, String id) throws IOException {
    int seen = looks.containsKey(id) ? looks.merge(id, 1, Integer::sum) : 0;
    if (seen < TOTAL) {
      request.set("Location", url() + request.path()).empty(202);
    } else {
      request.set("Location", url() + "/data/" + id + "?sv=2026&sig=" + SIGNATURE).empty(302);
    }
  }
}
