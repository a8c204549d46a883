package dev.accepted.guard.tokens;

import com.nimbusds.jose.jwk.JWKSet;
import dev.accepted.config.IssuerSettings;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What an issuer publishes, fetched over HTTP: within some seconds, and not without end. */
final class IssuerDocuments {

  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final int STEP_MILLIS = 2_000;
  private static final long WHOLE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final int MOST_BYTES = 1 << 20;
  private static final int BLOCK = 8_192;

  private final URI issuer;

  IssuerDocuments(URI issuer) {
    this.issuer = issuer;
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
          JWKSet.parse(new String(get(keys), StandardCharsets.UTF_8)),
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

  private static JsonObject json(byte[] text) throws IOException {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(text))) {
      return reader.readObject();
    } catch (JsonException unreadable) {
      throw new IOException("the discovery document can't be read", unreadable);
    }
  }

  private static byte[] get(URI url) throws IOException {
    long end = System.nanoTime() + WHOLE_NANOS;
    HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
    connection.setConnectTimeout(STEP_MILLIS);
    connection.setReadTimeout(STEP_MILLIS);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestProperty("Accept", "application/json");
    try {
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        throw new IOException(url + " answers " + connection.getResponseCode());
      }
      try (InputStream body = connection.getInputStream()) {
        return read(body, end);
      }
    } finally {
      connection.disconnect();
    }
  }

  private static byte[] read(InputStream body, long end) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] block = new byte[BLOCK];
    for (int count = body.read(block); count >= 0; count = body.read(block)) {
      all.write(block, 0, count);
      if (all.size() > MOST_BYTES || System.nanoTime() - end > 0) {
        throw new IOException("the issuer's answer is too long");
      }
    }
    return all.toByteArray();
  }
}
