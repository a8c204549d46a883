package dev.accepted.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.types.inspections.example.CarefulApi;
import dev.accepted.types.inspections.example.TaskQueueTutorial;
import dev.accepted.types.inspections.wire.RawServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** The command in a process of its own: what it says, writes and ends with. */
@Timeout(180)
class InspectorCommandTest {

  private static final String SECRET = "s3cr3t-of-the-caller";

  /** Nothing that steers a terminal. */
  private static final String ESCAPE = "\u001b";

  @TempDir Path folder;

  private StartedCommand inspect(String... arguments) throws IOException {
    return inspect(Map.of(), arguments);
  }

  private StartedCommand inspect(Map<String, String> environment, String... arguments)
      throws IOException {
    return StartedCommand.start(folder, environment, StartedCommand.classes(), arguments);
  }

  @Test
  void tellsPeopleWhatIsWrongAndFails() throws Exception {
    Path json = folder.resolve("r.json");
    Path junit = folder.resolve("r.xml");
    Path html = folder.resolve("r.html");
    try (TaskQueueTutorial api = new TaskQueueTutorial();
        StartedCommand command =
            inspect(
                "--report=json:" + json,
                "--report=JUnit:" + junit,
                "--report=html:" + html,
                api.url() + "/longtask")) {
      assertThat(command.exitCode()).as(command.err()).isEqualTo(ExitCode.FOUND);
      assertThat(command.out())
          .startsWith("Grade C  " + api.url() + "/longtask\nmonitor by Location, 200 while it runs")
          .contains("\n1 error, 5 warnings, ", "\nerror monitor-200-unknown-id: The monitor of")
          .containsPattern("seen +\\d+\\. Read the monitor of a job that isn't there: GET http")
          .contains("why ", "see      RFC 9110, section 15.5.5", "instead  Answer 404")
          .doesNotContain(ESCAPE);
      assertThat(command.err())
          .startsWith("Submit the job\nRead the monitor at once\n")
          .doesNotContain("> ");
      assertThat(read(Files.readString(json)).getString("grade")).isEqualTo("C");
      assertThat(failures(junit)).isEqualTo(6);
      assertThat(Files.readString(html)).startsWith("<!DOCTYPE html>").doesNotContain("<script");
    }
  }

  @Test
  void whatIsPrintedCanBePiped() throws Exception {
    try (RawServer api = FinishedJobApi.with("", "\"a\":1");
        StartedCommand command =
            inspect("-q", "-f", "json", "--fail-on", "never", "-d", "{}", url(api))) {
      assertThat(command.exitCode()).as(command.err()).isEqualTo(ExitCode.FINE);
      assertThat(command.err()).isEmpty();
      assertThat(read(command.out()).getJsonArray("findings")).isNotEmpty();
      assertThat(api.asked().get(0))
          .startsWith("POST / HTTP/1.1\r\n")
          .contains("Content-Type: application/json\r\n", "Content-Length: 2\r\n");
    }
  }

  @Test
  void theReportGoesToAFileInstead() throws Exception {
    Path file = folder.resolve("report.xml");
    try (RawServer api = FinishedJobApi.with("", "\"a\":1");
        StartedCommand command =
            inspect("--format", "junit", "-o", file.toString(), "--fail-on=error", url(api))) {
      assertThat(command.exitCode()).as(command.err()).isEqualTo(ExitCode.FOUND);
      assertThat(command.out()).isEmpty();
      assertThat(failures(file)).isPositive();
    }
  }

  @Test
  void findsNothingWrongWithACarefulApi() throws Exception {
    try (CarefulApi api = new CarefulApi();
        StartedCommand command =
            inspect(
                "-d={}",
                "--allow-cancel",
                "--allow-removal",
                "--fail-on=info",
                api.url() + "/jobs")) {
      assertThat(command.exitCode()).as(command.out()).isEqualTo(ExitCode.FINE);
      assertThat(command.out()).startsWith("Grade A").contains("0 errors, 0 warnings, 0 hints; ");
      assertThat(command.err()).contains("Cancel it again", "Remove it again");
    }
  }

  @Test
  void secretsComeFromFilesAndTheEnvironmentAndStayThere() throws Exception {
    Path headers =
        Files.writeString(folder.resolve("h"), "X-Api-Key: " + SECRET + "-key\n\nA: b\n");
    Path data = Files.writeString(folder.resolve("d"), "{\"password\": \"" + SECRET + "-word\"}");
    Path page = folder.resolve("r.html");
    String echo = "\"you\":\"%s %s-key\",\"token\":\"%s-own\"".formatted(SECRET, SECRET, SECRET);
    try (RawServer api = FinishedJobApi.with("Set-Cookie: a=" + SECRET + "\n", echo);
        StartedCommand command =
            inspect(
                Map.of("API_HEADERS", "Authorization: Bearer " + SECRET),
                "-v",
                "-H@" + headers,
                "--header-env=API_HEADERS",
                "-d@" + data,
                "--report=html:" + page,
                "--report=json:" + folder.resolve("r.json"),
                url(api) + "?api_key=" + SECRET)) {
      command.exitCode();
      assertThat(api.asked().get(0))
          .contains("Authorization: Bearer " + SECRET, "X-Api-Key: " + SECRET + "-key", "A: b");
      assertThat(command.err())
          .contains("> POST http", "> Authorization: [redacted]", "< 202 after ")
          .doesNotContain(SECRET);
      assertThat(command.out()).contains("?api_key=[redacted]").doesNotContain(SECRET);
      assertThat(page).content().contains("[redacted]").doesNotContain(SECRET);
      assertThat(folder.resolve("r.json")).content().doesNotContain(SECRET);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--nonsense URL",
        "-X DELETE URL",
        "-H Host:inner URL",
        "-H @no-such-file URL",
        "-H s3cr3t-of-the-caller URL",
        "--header-env NO_SUCH_VARIABLE URL",
        "-d @no-such-file URL",
        "-m 0 URL",
        "-m 901 URL",
        "-q -v URL",
        "--fail-on sometimes URL",
        "--format pdf URL",
        "--report junit URL",
        "--report pdf:x URL",
        "-o no/such/folder/report URL",
        "-o . URL",
        "URL URL",
        "URLthen#fragment",
        "ftp://127.0.0.1/",
        "http://user:word@127.0.0.1/",
        "/jobs"
      })
  void saysWhatMakesNoSense(String line) throws Exception {
    try (RawServer api = FinishedJobApi.with("", "\"a\":1")) {
      String[] arguments =
          List.of(line.replace("URL", url(api)).split(" ", -1)).stream()
              .filter(argument -> !argument.isEmpty())
              .toArray(String[]::new);
      try (StartedCommand command = inspect(arguments)) {
        assertThat(command.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(command.out()).isEmpty();
        assertThat(command.err()).contains("--help").doesNotContain("\tat ", SECRET);
        assertThat(api.asked()).isEmpty();
      }
    }
  }

  @Test
  void aLineBreakInAHeaderIsNoSecondHeader() throws Exception {
    try (RawServer api = FinishedJobApi.with("", "\"a\":1");
        StartedCommand command = inspect("-H", "A: b\r\nX-Evil: 1", url(api))) {
      assertThat(command.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(api.asked()).isEmpty();
    }
  }

  @Test
  void saysThatThereIsNothingToInspect() throws Exception {
    try (RawServer mail = new RawServer("220 mail.example ESMTP\n\n");
        RawServer page = new RawServer("HTTP/1.1 200 OK\nContent-Length: 5\n\nhello")) {
      for (String[] each :
          new String[][] {
            {"http://127.0.0.1:1/", "connection-refused"},
            {"http://no-such-host.invalid/", "unknown-host"},
            {url(mail), "not-http"},
            {url(page), "200"},
            {"http://169.254.169.254/latest/meta-data/", "address-refused"},
            {"http://[fd00:ec2::254]/latest/", "address-refused"},
            {"http://[::ffff:169.254.169.254]/", "address-refused"}
          }) {
        try (StartedCommand command = inspect("--fail-on=never", each[0])) {
          assertThat(command.exitCode()).as(each[0]).isEqualTo(ExitCode.NOT_INSPECTED);
          assertThat(command.out()).contains("Grade F", each[1]);
          assertThat(command.err()).contains("No job could be followed: ");
        }
      }
    }
  }

  @Test
  void whatAServerSendsSteersNoTerminal() throws Exception {
    String hostile = ESCAPE + "]0;owned\u0007" + ESCAPE + "[2J\u009b31m\u202e";
    try (RawServer api =
            FinishedJobApi.with("X-A: " + hostile + "\n", "\"a\":\"" + hostile + "\"");
        StartedCommand command = inspect("-v", url(api))) {
      command.exitCode();
      assertThat(command.err()).contains("< X-A: ").doesNotContain(ESCAPE, "\u0007", "\u009b");
      assertThat(command.err() + command.out()).doesNotContain(ESCAPE, "\u202e");
    }
  }

  /** {@code script} is a terminal to what it runs. */
  @Test
  void coloursAreForTerminals() throws Exception {
    String line = String.join(" ", StartedCommand.classes()) + " -q http://127.0.0.1:1/";
    List<String> terminal = List.of("script", "-qec");
    Map<String, String> plain = Map.of("NO_COLOR", "1", "TERM", "xterm");
    try (StartedCommand colourful =
            StartedCommand.start(folder, Map.of("TERM", "xterm"), terminal, line, "/dev/null");
        StartedCommand sober = StartedCommand.start(folder, plain, terminal, line, "/dev/null")) {
      assertThat(colourful.exitCode()).as(colourful.out()).isEqualTo(ExitCode.NOT_INSPECTED);
      assertThat(colourful.out()).contains(ESCAPE + "[1mGrade F", ESCAPE + "[31merror");
      assertThat(sober.exitCode()).isEqualTo(ExitCode.NOT_INSPECTED);
      assertThat(sober.out()).contains("Grade F").doesNotContain(ESCAPE);
    }
  }

  @Test
  void tellsItsOptionsAndExitCodes() throws Exception {
    try (StartedCommand help = inspect("--help");
        StartedCommand version = inspect("--version")) {
      assertThat(help.exitCode()).isZero();
      assertThat(help.out()).contains("--fail-on", "Exit codes:", "130", "localhost");
      assertThat(version.exitCode()).isZero();
      assertThat(version.out()).startsWith("accepted-inspector ");
    }
  }

  private static String url(RawServer server) {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  private static JsonObject read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  private static int failures(Path junit) throws Exception {
    Element suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(junit.toFile())
            .getDocumentElement();
    assertThat(suite.getTagName()).isEqualTo("testsuite");
    assertThat(suite.getElementsByTagName("failure").getLength())
        .isEqualTo(Integer.parseInt(suite.getAttribute("failures")));
    return Integer.parseInt(suite.getAttribute("failures"));
  }
}
