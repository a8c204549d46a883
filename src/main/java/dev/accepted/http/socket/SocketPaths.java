package dev.accepted.http.socket;

import jakarta.websocket.Endpoint;
import jakarta.websocket.server.ServerApplicationConfig;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.Set;

/** Where the sockets are. */
public class SocketPaths implements ServerApplicationConfig {

  /** All jobs; those of one are below it. */
  static final String JOBS = "/ws/jobs";

  /** The parameter of a job's path. */
  static final String ID = "id";

  @Override
  public Set<ServerEndpointConfig> getEndpointConfigs(Set<Class<? extends Endpoint>> found) {
    return Set.of(at(JOBS), at(JOBS + "/{" + ID + '}'));
  }

  private static ServerEndpointConfig at(String path) {
    return ServerEndpointConfig.Builder.create(JobSocket.class, path)
        .configurator(new Handshake())
        .build();
  }

  @Override
  public Set<Class<?>> getAnnotatedEndpointClasses(Set<Class<?>> found) {
    return found;
  }
}
