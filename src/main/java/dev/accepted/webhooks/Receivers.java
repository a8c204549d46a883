package dev.accepted.webhooks;

import dev.accepted.config.WebhookSettings;
import dev.accepted.outbound.AddressRefused;
import dev.accepted.outbound.CheckedNames;
import dev.accepted.outbound.LookupTimedOut;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls receivers, without a proxy, and follows no redirects. The thread that calls waits until the
 * name is looked up; the rest is done on one thread of the client's own, which lives until it is
 * closed.
 */
final class Receivers implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Receivers.class.getName());

  private static final ContentType CLOUD_EVENT =
      ContentType.parse("application/cloudevents+json; charset=UTF-8");

  private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(20);

  private final PoolingAsyncClientConnectionManager connections;
  private final CloseableHttpAsyncClient client;
  private final Clock clock;
  private volatile boolean closed;

  Receivers(WebhookSettings settings, CheckedNames names, Clock clock, ThreadFactory threads) {
    this.clock = clock;
    Timeout timeout = Timeout.of(settings.timeout());
    connections =
        PoolingAsyncClientConnectionManagerBuilder.create()
            .setDnsResolver(new ReceiverNames(names))
            .setMaxConnTotal(settings.most())
            .setMaxConnPerRoute(settings.most())
            .setDefaultTlsConfig(
                TlsConfig.custom()
                    .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                    .setHandshakeTimeout(timeout)
                    .build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(timeout)
                    .setSocketTimeout(timeout)
                    .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                    .build())
            .build();
    client =
        HttpAsyncClients.custom()
            .setConnectionManager(connections)
            .setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(1).build())
            .setIoReactorExceptionCallback(this::broken)
            .setThreadFactory(threads)
            .setUserAgent("Accepted")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
    client.start();
  }

  /**
   * A request under way.
   *
   * @param answer done when nothing of it goes on any more; never fails
   * @param breakOff ends it, if it hasn't ended
   */
  record Call(CompletableFuture<Answer> answer, Runnable breakOff) {}

  /** Sends a body. */
  Call post(URI url, Map<String, String> headers, String body) {
    AsyncRequestBuilder request = AsyncRequestBuilder.post(url).setEntity(body, CLOUD_EVENT);
    headers.forEach(request::setHeader);
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    AnswerReader reader = new AnswerReader(clock);
    Future<Answer> exchange = client.execute(request.build(), reader, ending(reader, answer));
    return new Call(answer, () -> exchange.cancel(true));
  }

  /** What has been answered counts, however it went on. */
  private static FutureCallback<Answer> ending(
      AnswerReader reader, CompletableFuture<Answer> answer) {
    return new FutureCallback<>() {
      @Override
      public void completed(Answer result) {
        answer.complete(result);
      }

      @Override
      public void failed(Exception failure) {
        answer.complete(answered(error(failure)));
      }

      @Override
      public void cancelled() {
        answer.complete(answered(Answer.TIMEOUT));
      }

      private Answer answered(String otherwise) {
        Answer head = reader.head();
        return head == null ? Answer.failed(otherwise) : head;
      }
    };
  }

  /** In words for the receiver's owner, which tell nothing of the network here. */
  private static String error(Exception failure) {
    if (failure instanceof AddressRefused) {
      return "address-refused";
    }
    if (failure instanceof LookupTimedOut) {
      return Answer.LOOKUP_TIMEOUT;
    }
    if (failure instanceof UnknownHostException) {
      return "unknown-host";
    }
    if (failure instanceof SocketTimeoutException) {
      return Answer.TIMEOUT;
    }
    if (failure instanceof SSLException) {
      return "tls-failed";
    }
    return failure instanceof ConnectException ? "connection-refused" : "connection-broken";
  }

  /** Closes connections that have not been used for a while. */
  void closeIdle() {
    connections.closeIdle(LONGEST_IDLE);
  }

  private void broken(Exception failure) {
    LOG.log(closed ? Level.DEBUG : Level.ERROR, "The client of webhooks failed", failure);
  }

  /** Ends the client; what is still under way is cut off after some seconds. */
  @Override
  public void close() {
    closed = true;
    client.close(CloseMode.GRACEFUL);
  }
}
