package dev.accepted.http.socket;

import dev.accepted.http.wire.PublicUrls;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;

/** Makes the endpoint of each socket, and keeps of its handshake what is needed later. */
public final class Handshake extends ServerEndpointConfig.Configurator {

  /** Name of the property that has the address the client used. */
  static final String HOST = "accepted.host";

  /**
   * Name of the property that has the number up to which all had happened then. Its client may know
   * of the socket, and do something, before the socket is told to begin.
   */
  static final String ASKED = "accepted.asked";

  /** The properties are the socket's own here (Jakarta WebSocket 2.1, section 3.1.6). */
  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    List<String> host = request.getHeaders().getOrDefault("Host", List.of("localhost"));
    config.getUserProperties().put(HOST, host.get(0));
    config.getUserProperties().put(ASKED, CDI.current().select(SocketRequests.class).get().now());
  }

  @Override
  public <T> T getEndpointInstance(Class<T> endpoint) {
    CDI<Object> beans = CDI.current();
    return endpoint.cast(
        new JobSocket(
            beans.select(SocketRequests.class).get(), beans.select(PublicUrls.class).get()));
  }
}
