package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What comes over the wire when a page is opened for the first time, heads and bodies, all that it
 * asks for itself included; and that all of it comes from this server.
 */
class FirstLoadIT extends DeployedPages {

  private static final long MOST = 150_000;

  /** Swagger UI alone is 430 kB compressed. */
  private static final long MOST_OF_THE_REFERENCE = 600_000;

  /** As many as a list's first page has. */
  private static final int JOBS = 50;

  private final List<Request> asked = new ArrayList<>();
  private final List<Request> over = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/overview",
        "/submit/simulations",
        "/submit/imports",
        "/submit/reports",
        "/submit/videos",
        "/jobs",
        "/jobs?q=nothing-of-the-kind",
        "/jobs/{job}",
        "/results/{job}",
        "/datasets",
        "/types",
        "/simulator",
        "/simulator?code=405",
        "/inspector",
        "/schedules",
        "/schedules?new&type=report",
        "/subscriptions",
        "/keys",
        "/sign-in",
        "/no-such-page"
      })
  void isLight(String path) {
    assertThat(weight(path)).as("bytes of " + path).isBetween(1L, MOST);
  }

  @Test
  void isHeavyWithSwaggerUi() {
    assertThat(weight("/reference")).isBetween(MOST, MOST_OF_THE_REFERENCE);
  }

  private long weight(String path) {
    String job = "";
    for (int i = 0; i < JOBS; i++) {
      job = simulate("?label=weight:first-load", "{\"duration\": \"PT0S\"}");
    }
    asked.clear();
    over.clear();
    page.onRequest(asked::add);
    page.onRequestFinished(over::add);
    page.onRequestFailed(over::add);
    page.onResponse(this::streams);
    page.navigate(path.replace("{job}", job));
    assertThat(page.locator("h1:visible").first()).isVisible();
    assertThat(page.locator("[aria-busy=true]")).hasCount(0);
    page.waitForCondition(() -> over.containsAll(asked));
    // Asking for their sizes lets more come in, such as a job's next poll.
    List<Request> first = List.copyOf(asked);
    assertThat(first).allSatisfy(one -> assertThat(one.url()).startsWith(server() + "/"));
    long bytes = first.stream().mapToLong(FirstLoadIT::bytes).sum();
    System.out.printf(
        Locale.ROOT,
        "first load of %s: %,d bytes in %d answers%n%s%n",
        path,
        bytes,
        first.size(),
        first.stream()
            .filter(one -> bytes(one) > 5_000)
            .map(one -> "  %,d %s".formatted(bytes(one), one.url()))
            .collect(Collectors.joining("\n")));
    return bytes;
  }

  /** A stream doesn't end; what it says at its beginning isn't what makes a page heavy. */
  private void streams(Response answer) {
    if (isStream(answer)) {
      over.add(answer.request());
    }
  }

  private static boolean isStream(Response answer) {
    return answer.headers().getOrDefault("content-type", "").startsWith("text/event-stream");
  }

  private static long bytes(Request request) {
    Response answer = request.response();
    if (answer == null || isStream(answer)) {
      return 0;
    }
    Sizes sizes = request.sizes();
    return (long) sizes.responseHeadersSize + sizes.responseBodySize;
  }
}
