package dev.accepted.guard.tokens;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Requests to an issuer and their answers over HTTP, each within some seconds from its first byte
 * to its last, and not without end. Redirects are not followed. Only the look-up of the issuer's
 * name may take longer: nobody but this machine's resolver can end it.
 */
final class IssuerExchange {

  private static final Duration WHOLE = Duration.ofSeconds(5);
  private static final Timeout STEP = Timeout.ofSeconds(2);
  private static final int MOST_BYTES = 1 << 20;

  private static final Http1Config HEAD =
      Http1Config.custom().setMaxLineLength(16_384).setMaxHeaderCount(200).build();

  private final Duration whole;
  private final TlsSocketStrategy tls = DefaultClientTlsStrategy.createSystemDefault();

  IssuerExchange() {
    this(WHOLE);
  }

  /** With that much time for each. */
  IssuerExchange(Duration whole) {
    this.whole = whole;
  }

  /**
   * Sends, and waits for the answer.
   *
   * @throws IOException if there is none, or it takes too long or is too long
   */
  HTTPResponse answer(HTTPRequest request) throws IOException {
    HttpUriRequestBase sent = sent(request);
    CompletableFuture<Boolean> late =
        new CompletableFuture<Boolean>()
            .completeOnTimeout(true, whole.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture<Void> brokenOff = late.thenRun(sent::abort);
    try (CloseableHttpClient client = client()) {
      return client.execute(sent, answer -> read(answer, sent));
    } catch (IOException failed) {
      throw brokenOff.isDone() ? new IOException("the issuer takes too long", failed) : failed;
    } finally {
      late.cancel(false);
    }
  }

  /** One of its own for each: what isn't kept can't have gone stale when it is needed again. */
  private CloseableHttpClient client() {
    BasicHttpClientConnectionManager connections =
        BasicHttpClientConnectionManager.create(
            RegistryBuilder.<TlsSocketStrategy>create().register(URIScheme.HTTPS.id, tls).build(),
            ManagedHttpClientConnectionFactory.builder().http1Config(HEAD).build());
    connections.setConnectionConfig(
        ConnectionConfig.custom().setConnectTimeout(STEP).setSocketTimeout(STEP).build());
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setProxySelector(ProxySelector.getDefault())
        .setUserAgent("Accepted")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  private static HttpUriRequestBase sent(HTTPRequest request) {
    HttpUriRequestBase sent = new HttpUriRequestBase(request.getMethod().name(), request.getURI());
    for (Map.Entry<String, List<String>> header : request.getHeaderMap().entrySet()) {
      header.getValue().forEach(value -> sent.addHeader(header.getKey(), value));
    }
    String body = request.getBody();
    if (body != null) {
      // Its type is among the headers already.
      sent.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), null));
    }
    return sent;
  }

  private static HTTPResponse read(ClassicHttpResponse answer, HttpUriRequestBase sent)
      throws IOException {
    HTTPResponse read = new HTTPResponse(answer.getCode());
    read.setBody("");
    HttpEntity entity = answer.getEntity();
    if (entity == null) {
      return read;
    }
    if (entity.getContentType() != null) {
      read.setHeader(HttpHeaders.CONTENT_TYPE, entity.getContentType());
    }
    try (InputStream body = entity.getContent()) {
      byte[] bytes = body.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        sent.abort(); // else the rest would be read to be passed over
        throw new IOException("the issuer's answer is too long");
      }
      read.setBody(new String(bytes, StandardCharsets.UTF_8));
    }
    return read;
  }
}
