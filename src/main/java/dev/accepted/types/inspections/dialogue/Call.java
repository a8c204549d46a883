package dev.accepted.types.inspections.dialogue;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param url absolute, http or https
 * @param body null if it has none
 */
public record Call(String method, URI url, Headers headers, @Nullable String body) {

  /** True if no body belongs to its answer. */
  public boolean isHead() {
    return method.equals("HEAD");
  }
}
