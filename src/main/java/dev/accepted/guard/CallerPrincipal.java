package dev.accepted.guard;

import java.security.Principal;

/** A caller as Java has it, for what the server hands on of a request that becomes a socket. */
public record CallerPrincipal(Caller caller) implements Principal {

  @Override
  public String getName() {
    return caller.owner();
  }
}
