package dev.accepted.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams as a browser's own {@code EventSource} reads them. */
@Timeout(90)
class EventSourceIT extends DeployedPages {

  private static final String FOLLOW =
      """
      (url) => new Promise((resolve) => {
        const told = [];
        const source = new EventSource(url);
        for (const name of ['queued', 'started', 'progress', 'succeeded']) {
          source.addEventListener(name, ({ type, lastEventId, data }) => {
            told.push([type, JSON.parse(data).status, lastEventId].join(' '));
          });
        }
        source.addEventListener('error', () => {
          told.push('end');
          if (source.readyState === EventSource.CLOSED) {
            resolve(told);
          }
        });
      })""";

  /** It comes back after the end, as it must, and is told by a 204 that this was all. */
  @Test
  void followsAJobAndStaysAwayAfterItsEnd() {
    page.navigate("/");
    String id = simulate("", "{\"duration\": \"PT8S\", \"steps\": 20}");
    Object all = page.evaluate(FOLLOW, "/api/jobs/" + id + "/events");
    List<String> told = ((List<?>) all).stream().map(String.class::cast).toList();

    assertThat(told).endsWith("end", "end");
    List<String> events = told.subList(0, told.size() - 2);
    assertThat(events.get(events.size() - 1)).startsWith("succeeded succeeded ");
    assertThat(events).anyMatch(event -> event.startsWith("progress running "));
    assertThat(events)
        .extracting(event -> Long.valueOf(event.substring(event.lastIndexOf(' ') + 1)))
        .isSorted()
        .doesNotHaveDuplicates();
  }
}
