package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.server.DeployedServer;

/** Jobs, and links to them. */
abstract class LinksFixture extends DeployedServer {

  static final String ZERO = "{\"duration\":\"PT0S\"}";
  static final String MONITOR = "{\"to\":\"monitor\"}";
  static final String NEVER = "/api/jobs/019aa83f-7c01-7d52-9f0a-6b1f3c0d2e4f";

  final Api api = new Api();

  Answer make(String job, String json) {
    Answer answer = api.postJson(job + "/links", json);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer;
  }

  String token(String job, String json) {
    return make(job, json).text("url").replaceAll(".*access=", "");
  }

  void assertIs(Answer answer, int status, String problem) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }
}
