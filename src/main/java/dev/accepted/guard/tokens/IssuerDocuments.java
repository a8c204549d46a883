package dev.accepted.guard.tokens;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.accepted.config.IssuerSettings;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.text.ParseException;
import java.util.Optional;

/** What an issuer publishes, fetched over HTTP. */
final class IssuerDocuments {

  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private final URI issuer;
  private final IssuerExchange exchange;

  IssuerDocuments(URI issuer, IssuerExchange exchange) {
    this.issuer = issuer;
    this.exchange = exchange;
  }

  /**
   * Its keys and addresses, found by its discovery document (OpenID Connect Discovery 1.0, section
   * 4).
   *
   * @throws IOException if they can't be had, or are not what they should be
   */
  Published read() throws IOException {
    String base = issuer.toString();
    String folder = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    JsonObject found = json(get(URI.create(folder + DISCOVERY)));
    if (!found.getString("issuer", "").equals(base)) {
      throw new IOException("the discovery document is another issuer's");
    }
    URI keys = address(found, "jwks_uri").orElseThrow(() -> new IOException("no jwks_uri"));
    try {
      return new Published(
          JWKSet.parse(get(keys)),
          address(found, "authorization_endpoint"),
          address(found, "token_endpoint"));
    } catch (ParseException unreadable) {
      throw new IOException("the keys can't be read", unreadable);
    }
  }

  private static Optional<URI> address(JsonObject found, String member) throws IOException {
    String text = found.getString(member, "");
    try {
      URI url = URI.create(text);
      if (!text.isEmpty() && !IssuerSettings.isSafe(url)) {
        throw new IOException(member + " is to begin with https:");
      }
      return text.isEmpty() ? Optional.empty() : Optional.of(url);
    } catch (IllegalArgumentException unreadable) {
      throw new IOException(member + " can't be read", unreadable);
    }
  }

  private static JsonObject json(String text) throws IOException {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException unreadable) {
      throw new IOException("the discovery document can't be read", unreadable);
    }
  }

  private String get(URI url) throws IOException {
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, url);
    request.setAccept("application/json");
    HTTPResponse answer = exchange.answer(request);
    if (answer.getStatusCode() != HTTPResponse.SC_OK) {
      throw new IOException(url + " answers " + answer.getStatusCode());
    }
    return answer.getBody();
  }
}
