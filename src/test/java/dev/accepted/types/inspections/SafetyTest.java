package dev.accepted.types.inspections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.job.InvalidInput;
import dev.accepted.job.JobStopped;
import dev.accepted.outbound.NameResolver;
import dev.accepted.types.inspections.wire.RawServer;
import dev.harrel.jsonschema.ValidatorFactory;
import jakarta.json.JsonObject;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An inspection goes nowhere, and says nothing, that it may not. */
@Timeout(60)
class SafetyTest {

  private static final String SECRET = "s3cr3t-of-the-caller";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'url':'ftp://api.example/'}",
        "{'url':'file:///etc/passwd'}",
        "{'url':'/jobs'}",
        "{'url':'http://user:word@api.example/'}",
        "{'url':'http://10.0.0.1/jobs'}",
        "{'url':'http://169.254.169.254/latest/meta-data'}",
        "{'url':'http://[::1]/'}",
        "{'url':'http://[::ffff:10.0.0.1]/'}",
        "{'url':'http://[64:ff9b::a9fe:a9fe]/'}",
        "{'url':'http://127.1/'}",
        "{'url':'http://0.0.0.0/'}",
        "{'url':'http://user@api.example/'}",
        "{'url':'http://api.example/#there'}",
        "{'url':'http://api.example:99999/'}",
        "{'url':'http://api.example/a\\r\\nX-Evil: 1'}",
        "{'url':'gopher://api.example/'}",
        "{'url':'jar:http://api.example/a.jar!/b'}",
        "{'url':'http://api.example/','headers':{'Host':'inner'}}",
        "{'url':'http://api.example/','headers':{'transfer-encoding':'chunked'}}",
        "{'url':'http://api.example/','headers':{'Proxy-Authorization':'x'}}",
        "{'url':'http://api.example/','headers':{'Range':'bytes=0-'}}",
        "{'url':'http://api.example/','headers':{'Accept-Encoding':'gzip'}}",
        "{'url':'http://api.example/','headers':{'A':'b\\r\\nX-Evil: 1'}}",
        "{'url':'http://api.example/','headers':{'A:b':'c'}}"
      })
  void refusesWhatItMayNotDo(String input) throws Exception {
    InspectionParameters parameters = Inspecting.parameters(input);

    assertThatThrownBy(() -> new Inspecting(folder).type().validate(parameters, null))
        .isInstanceOf(InvalidInput.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'url':'http://api.example/','method':'DELETE'}",
        "{'url':'http://api.example/','method':'POST / HTTP/1.1\\r\\nX-Evil: 1\\r\\n\\r\\nGET'}",
        "{'url':'http://api.example/','headers':{'a b':'c'}}",
        "{'url':'http://api.example/','headers':{'A':'b\\r\\nC: d'}}",
        "{'url':'http://api.example/','allowCancel':'yes'}",
        "{'url':'http://api.example/','follow':true}"
      })
  void itsSchemaRefusesWhatMakesNoSense(String input) {
    String schema = new Inspecting(folder).type().definition().schema();

    assertThat(fits(schema, input.replace('\'', '"'))).isFalse();
    assertThat(fits(schema, new Inspecting(folder).type().definition().words().example())).isTrue();
  }

  private static boolean fits(String schema, String input) {
    return new ValidatorFactory().validate(schema, input).isValid();
  }

  /** Both servers are on this machine; the second has another name, and so another origin. */
  @Test
  void sendsWhatItWasGivenToNoOtherOrigin() throws Exception {
    try (RawServer other = new RawServer("HTTP/1.1 200 OK\nContent-Length: 2\n\n{}");
        RawServer api =
            new RawServer(
                "HTTP/1.1 202 Accepted\nLocation: http://other.example:%d/m/1\nContent-Length: 0\n\n"
                    .formatted(other.port()))) {
      NameResolver names = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};
      JsonObject report =
          new Inspecting(folder, "127.0.0.1", names)
              .inspect(
                  "{'url':'http://api.example:%d/','headers':{'Authorization':'Bearer %s','X-Own':'1'}}"
                      .formatted(api.port(), SECRET));

      assertThat(api.asked().get(0)).contains("Authorization: Bearer " + SECRET, "X-Own: 1");
      assertThat(other.asked()).isNotEmpty().noneMatch(head -> head.contains("X-Own"));
      assertThat(String.join("", other.asked())).doesNotContain(SECRET);
      assertThat(Inspecting.ids(report, "warning")).contains("location-cross-origin");
    }
  }

  @Test
  void followsNoAnswerToWhereItMayNotGo() throws Exception {
    try (RawServer inner = new RawServer("HTTP/1.1 200 OK\nContent-Length: 6\n\nsecret");
        RawServer api =
            new RawServer(
                "HTTP/1.1 202 Accepted\nLocation: http://127.0.0.1:%d/m/1\nContent-Length: 0\n\n"
                    .formatted(inner.port()))) {
      NameResolver names = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};
      JsonObject report =
          new Inspecting(folder, "api.example", NameResolverOf.literalsAnd(names))
              .inspect("{'url':'http://api.example:%d/'}".formatted(api.port()));

      assertThat(inner.asked()).isEmpty();
      assertThat(report.getJsonArray("exchanges").getJsonObject(1).getString("failure"))
          .isEqualTo("address-refused");
    }
  }

  @Test
  void keepsSecretsOutOfAllThatItTells() throws Exception {
    String echo =
        """
        HTTP/1.1 202 Accepted
        Location: /m/1?code=%1$s-code
        Set-Cookie: session=%1$s-cookie
        Content-Type: application/json

        {"token": "%1$s-token", "you sent": "Bearer %1$s"}
        """
            .formatted(SECRET);
    try (RawServer api = new RawServer(echo)) {
      Inspecting inspecting = new Inspecting(folder);
      inspecting.inspect(
          "{'url':'http://127.0.0.1:%d/?api_key=%s','headers':{'Authorization':'Bearer %s','X-Api-Key':'%s'}}"
              .formatted(api.port(), SECRET, SECRET, SECRET));

      var context = inspecting.context();
      assertThat(api.asked().get(0)).contains(SECRET);
      assertThat(context.result().text()).contains("[redacted]").doesNotContain(SECRET);
      assertThat(context.content("inspection.html").text()).doesNotContain(SECRET);
      assertThat(context.content("inspection.xml").text()).doesNotContain(SECRET);
      assertThat(String.join("\n", context.log())).doesNotContain(SECRET);
    }
  }

  @Test
  void stopsInTheMiddleOfACall() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    try (RawServer slow =
        new RawServer(
            (request, out) -> {
              asked.countDown();
              out.write("HTTP/1.1 202 Accepted\r\n".getBytes(StandardCharsets.UTF_8));
              out.flush();
              awaitQuietly(over);
            })) {
      Inspecting inspecting = new Inspecting(folder);
      InspectionParameters parameters =
          Inspecting.parameters("{'url':'http://127.0.0.1:%d/'}".formatted(slow.port()));
      CompletableFuture<Void> running =
          CompletableFuture.runAsync(
              () -> {
                try {
                  inspecting.type().run(parameters, inspecting.context());
                } catch (Exception failed) {
                  throw new CompletionException(failed);
                }
              });
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

      inspecting.context().stop();

      assertThatThrownBy(() -> running.get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(JobStopped.class);
      over.countDown();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
