package dev.accepted.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.server.DeployedServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar that is handed out, and this very server inspected with it. */
@Timeout(180)
class InspectorJarIT extends DeployedServer {

  private static final int MEGABYTE = 1 << 20;

  @TempDir Path folder;

  @Test
  void findsNothingWrongWithThisServer() throws Exception {
    try (StartedCommand command =
        StartedCommand.start(
            folder,
            StartedCommand.jar(),
            "-f=json",
            "-d={\"duration\": \"PT12S\", \"steps\": 12}",
            "--allow-cancel",
            "--allow-removal",
            "--fail-on=warning",
            System.getProperty("accepted.url") + "/api/simulations")) {
      assertThat(command.exitCode()).as(command.out() + command.err()).isEqualTo(ExitCode.FINE);
      assertThat(command.err()).contains("Submit the job", "Cancel it again", "Remove it again");
      try (JsonReader reader = Json.createReader(new StringReader(command.out()))) {
        JsonObject report = reader.readObject();
        assertThat(report.getString("grade")).isEqualTo("A");
        assertThat(report.getString("style"))
            .isEqualTo("monitor by Location, 200 while it runs, 303 to the result");
      }
    }
  }

  @Test
  void needsNothingElse() throws Exception {
    StringWriter found = new StringWriter();
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    int status =
        jdeps.run(
            new PrintWriter(found),
            new PrintWriter(found),
            "--missing-deps",
            "--multi-release=17",
            StartedCommand.jarFile().toString());

    assertThat(status).as(found.toString()).isZero();
    // Annotations, which nobody reads at run time.
    assertThat(found.toString().lines().filter(line -> line.contains("not found")))
        .allMatch(line -> line.contains("org.jspecify.annotations."));
  }

  @Test
  void hasNothingElse() throws Exception {
    try (JarFile jar = new JarFile(StartedCommand.jarFile().toFile())) {
      List<String> names = jar.stream().map(JarEntry::getName).toList();

      assertThat(names)
          .contains("META-INF/LICENSE", "dev/accepted/command/InspectorCommand.class")
          .filteredOn(name -> name.endsWith(".class"))
          .allMatch(
              name ->
                  name.matches(
                      "(dev/accepted/(command|outbound|types/inspections/[a-z]+|config|job)|jakarta/json|org/eclipse/parsson|picocli)/.*"));
    }
    assertThat(StartedCommand.jarFile().toFile().length()).isLessThan(2 * MEGABYTE);
    try (JarFile war = new JarFile(System.getProperty("test.war"))) {
      assertThat(war.stream().map(JarEntry::getName))
          .noneMatch(name -> name.contains("accepted/command/") || name.contains("picocli"));
    }
  }

  @Test
  void saysWhichVersionItIs() throws Exception {
    try (StartedCommand command = StartedCommand.start(folder, StartedCommand.jar(), "--version")) {
      assertThat(command.exitCode()).isZero();
      assertThat(command.out()).matches("accepted-inspector \\d+\\.\\d+.*\\R");
    }
  }
}
