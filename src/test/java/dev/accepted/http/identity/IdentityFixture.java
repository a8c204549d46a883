package dev.accepted.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.http.signin.SignInServer;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server whose callers have keys, or tokens of an issuer; links are not to be made there. */
abstract class IdentityFixture {

  static final String OPERATOR = SignInServer.OPERATOR;
  static final String BEARER = "Bearer ";
  static final String AUTHORIZATION = "Authorization";
  static final String ZERO = "{\"duration\":\"PT0S\"}";

  @RegisterExtension
  static final SignInServer SERVER = new SignInServer(Map.of("accepted.links.lifetime", "PT0S"));

  final Api api = SERVER.api();

  Answer make(String key, String json) {
    return api.postJson("/api/admin/keys", json, AUTHORIZATION, BEARER + key);
  }

  String made(String name, String roles) {
    Answer answer = make(OPERATOR, "{\"name\":\"%s\",\"roles\":[%s]}".formatted(name, roles));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.text("key");
  }
}
