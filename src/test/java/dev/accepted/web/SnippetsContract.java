package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The programs that a job's page hands out do what it says, as they stand. */
@Timeout(120)
abstract class SnippetsContract extends Browsing {

  private static final String SUCCEEDS = "{\"duration\":\"PT3S\",\"message\":\"by snippet\"}";
  private static final String FAILS = "{\"duration\":\"PT1S\",\"outcome\":\"failed\"}";
  private static final String RESULT = "\"outcome\":\"succeeded\"";

  @TempDir Path folder;

  /** The credential that requests need; empty for none. */
  protected abstract String token();

  final String submit(String input) {
    String[] known =
        token().isEmpty() ? new String[0] : new String[] {"Authorization", "Bearer " + token()};
    Answer answer = new Api(server()).postJson("/api/simulations?maxAttempts=1", input, known);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.text("id");
  }

  /** The code that the page of a job shows. */
  private String code(String id, String language) {
    page.navigate("/jobs/" + id + "?code=" + language);
    assertThat(page.locator("#panel-" + language)).isVisible();
    return page.locator("#panel-" + language + " pre").textContent();
  }

  @Test
  void curlFollowsToTheResult() throws Exception {
    Run run = run("follow.sh", code(submit(SUCCEEDS), "curl"), "bash");

    assertThat(run.output()).contains(RESULT);
    assertThat(run.status()).isZero();
  }

  @Test
  void curlTellsOfAFailure() throws Exception {
    Run run = run("follow.sh", code(submit(FAILS), "curl"), "bash");

    assertThat(run.output()).contains("\"status\":\"failed\"");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void javaFollowsToTheResult() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = Path.of("target", "ROOT-client.jar").toAbsolutePath().toString();
    Run run = run("FollowJob.java", code(submit(SUCCEEDS), "java"), java, "-cp", classes);

    assertThat(run.output()).contains("succeeded OptionalInt[100]");
    assertThat(Files.readString(folder.resolve("result"))).contains(RESULT);
  }

  @Test
  void pythonFollowsToTheResult() throws Exception {
    assumeTrue(isThere("python3"), "no Python here");
    Run run = run("follow.py", code(submit(SUCCEEDS), "python"), "python3");

    assertThat(run.output()).contains("succeeded 100");
    assertThat(Files.readString(folder.resolve("result"))).contains(RESULT);
  }

  @Test
  void javascriptFollowsToTheResult() {
    String code = code(submit(SUCCEEDS), "javascript").replace("…", token());
    List<String> lines = new ArrayList<>();
    page.onConsoleMessage(message -> lines.add(message.text()));
    page.evaluate("async () => {" + code + "}");

    assertThat(String.join("\n", lines)).contains("succeeded 100").contains(RESULT);
  }

  private record Run(int status, String output) {}

  private Run run(String name, String code, String... program)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve(name), code);
    List<String> command = new ArrayList<>(List.of(program));
    command.add(name);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("ACCEPTED_TOKEN", token());
    Process process = builder.start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(output).isTrue();
      return new Run(process.exitValue(), output);
    } finally {
      process.destroyForcibly();
    }
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }
}
