package dev.accepted.http.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.server.ServerKind;
import dev.accepted.server.ServerProcess;
import dev.accepted.server.ServerSetup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose application answers too late, or not at all. */
class LateRedirectIT {

  private static final List<String> CLASSES =
      List.of("LateRedirect", "SilentServlet", "SilentServlet$Afterwards");

  @TempDir static Path folder;
  private static ServerProcess server;
  private static Api api;

  @BeforeAll
  static void start() throws Exception {
    Path war = folder.resolve("silent.war");
    pack(war);
    server = ServerProcess.start(ServerSetup.of(ServerKind.ofBuild(), war, folder));
    api = new Api(server.url());
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  private static void pack(Path war) throws IOException {
    try (JarOutputStream packed = new JarOutputStream(Files.newOutputStream(war))) {
      for (String name : CLASSES) {
        String file = name + ".class";
        packed.putNextEntry(new ZipEntry("WEB-INF/classes/dev/accepted/http/signin/" + file));
        try (InputStream code = LateRedirectIT.class.getResourceAsStream(file)) {
          Objects.requireNonNull(code, file).transferTo(packed);
        }
      }
    }
  }

  @Test
  void whoIsAnsweredInTimeIsLedThere() {
    Answer answer = api.get("/answered");

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/there");
    assertThat(answer.header("Set-Cookie")).startsWith("kept=1");
  }

  @Test
  void whoIsAnsweredByNobodyIsLedElsewhereAndGetsNoError() {
    Answer answer = api.get("/silent");

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/otherwise");
  }

  @Test
  void anAnswerThatComesTooLateChangesNothing() {
    for (int i = 0; i < 3; i++) {
      Answer answer = api.get("/late");

      assertThat(answer.status()).isEqualTo(303);
      assertThat(answer.header("Location")).isEqualTo("/otherwise");
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }
}
