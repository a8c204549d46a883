package dev.accepted.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.server.ServerKind;
import dev.accepted.server.ServerProcess;
import dev.accepted.server.ServerSetup;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The code that the simulator's page hands out gives the answers that it says. */
@Timeout(180)
class AnswerSnippetsIT extends DeployedPages {

  /** What makes an application of the snippets, and what tells that it is there. */
  private static final String APPLICATION =
      """
      import jakarta.ws.rs.*;
      import jakarta.ws.rs.core.Application;

      @Path("api/problems")
      public class Up {
        @ApplicationPath("/")
        public static class Everything extends Application {}

        @GET
        public String up() {
          return "up";
        }
      }
      """;

  /** All codes as the server lists them, each with its snippets and what these are to answer. */
  private static final String ALL =
      """
      async () => {
        const { answerSnippets, wantedOf } = await import('/js/simulator/snippets.js');
        const { codes } = await (await fetch('/api/status')).json();
        return JSON.stringify(codes.map((code) => ({ wanted: wantedOf(code), snippets: answerSnippets(code) })));
      }
      """;

  private static final List<String> WITHOUT_HOPS = List.of("django", "flask");
  private static final List<String> HOPS = List.of("Connection", "Upgrade", "Proxy-Authenticate");

  @TempDir Path folder;
  private JsonArray all;

  @BeforeEach
  void read() {
    page.navigate("/simulator");
    try (JsonReader reader = Json.createReader(new StringReader((String) page.evaluate(ALL)))) {
      all = reader.readArray();
    }
    assertThat(all).hasSize(58);
  }

  private static String text(JsonObject code, String framework) {
    return code.getJsonArray("snippets").getValuesAs(JsonObject.class).stream()
        .filter(snippet -> snippet.getString("key").equals(framework))
        .findFirst()
        .orElseThrow()
        .getString("text");
  }

  private static Stream<List<String>> headers(JsonObject code) {
    return code
        .getJsonObject("wanted")
        .getJsonArray("headers")
        .getValuesAs(JsonArray.class)
        .stream()
        .map(header -> header.getValuesAs(JsonString::getString));
  }

  @Test
  void jaxRsAnswersEachCode() throws Exception {
    Path war = folder.resolve("answers.war");
    pack(war, compiled());
    ServerSetup setup = ServerSetup.of(ServerKind.ofBuild(), war, folder.resolve("server"));
    try (ServerProcess server = ServerProcess.start(setup)) {
      Api api = new Api(server.url());
      for (JsonObject code : all.getValuesAs(JsonObject.class)) {
        JsonObject wanted = code.getJsonObject("wanted");
        int number = wanted.getInt("code");
        Answer answer =
            api.send(wanted.getString("method"), "/answers/" + number, BodyPublishers.noBody());
        assertThat(answer.status()).isEqualTo(number);
        headers(code)
            .forEach(
                header ->
                    assertThat(answer.header(header.get(0)))
                        .as("%d %s", number, header)
                        .endsWith(header.get(1)));
        String body = wanted.get("body") instanceof JsonObject sent ? sent.getString("text") : "";
        assertThat(answer.text()).isEqualTo(body);
      }
    }
  }

  private Path compiled() throws IOException {
    Path sources = Files.createDirectory(folder.resolve("sources"));
    Path classes = Files.createDirectory(folder.resolve("classes"));
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    String api = Response.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    arguments.addAll(List.of("--release", "17", "-cp", api));
    arguments.add(Files.writeString(sources.resolve("Up.java"), APPLICATION).toString());
    for (JsonObject code : all.getValuesAs(JsonObject.class)) {
      Path source =
          sources.resolve("Answer" + code.getJsonObject("wanted").getInt("code") + ".java");
      arguments.add(Files.writeString(source, text(code, "jax-rs")).toString());
    }
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(failed).isZero();
    return classes;
  }

  private static void pack(Path war, Path classes) throws IOException {
    try (JarOutputStream packed = new JarOutputStream(Files.newOutputStream(war));
        Stream<Path> files = Files.list(classes)) {
      for (Path file : files.sorted().toList()) {
        packed.putNextEntry(new ZipEntry("WEB-INF/classes/" + file.getFileName()));
        Files.copy(file, packed);
      }
    }
  }

  @Test
  void allHaveTheCodeAndItsHeaders() {
    for (JsonObject code : all.getValuesAs(JsonObject.class)) {
      for (JsonObject snippet : code.getJsonArray("snippets").getValuesAs(JsonObject.class)) {
        String text = snippet.getString("text");
        assertThat(text).contains("" + code.getJsonObject("wanted").getInt("code"));
        assertThat(text).doesNotContain("undefined", "[object");
        boolean noHops = WITHOUT_HOPS.contains(snippet.getString("key"));
        headers(code)
            .filter(header -> !noHops || !HOPS.contains(header.get(0)))
            .forEach(
                header ->
                    assertThat(text.replace("\\\"", "\"")).contains(header.get(0), header.get(1)));
      }
    }
  }

  @Test
  void pythonCanReadPython() throws Exception {
    assumeTrue(run("python3", "--version") == 0, "no Python here");
    for (String framework : List.of("django", "flask", "fastapi")) {
      for (JsonObject code : all.getValuesAs(JsonObject.class)) {
        Files.writeString(
            folder.resolve(framework + code.getJsonObject("wanted").getInt("code") + ".py"),
            text(code, framework));
      }
    }
    assertThat(run("python3", "-m", "compileall", "-q", ".")).isZero();
  }

  private int run(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(output).isTrue();
      return process.exitValue();
    } catch (IOException notThere) {
      return -1;
    }
  }
}
