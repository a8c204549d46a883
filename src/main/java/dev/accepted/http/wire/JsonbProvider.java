package dev.accepted.http.wire;

import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** Gives the server our JSON-B: without it, RESTEasy builds a new one for each request. */
@Provider
public class JsonbProvider implements ContextResolver<Jsonb> {

  @Override
  public Jsonb getContext(Class<?> type) {
    return WireJson.jsonb();
  }
}
