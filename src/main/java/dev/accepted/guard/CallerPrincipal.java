package dev.accepted.guard;

import java.security.Principal;

/**
 * A caller as Java has it, for what the server hands on of a request that becomes a socket.
 *
 * @param admission what has let it in
 */
public record CallerPrincipal(Caller caller, Admission admission) implements Principal {

  @Override
  public String getName() {
    return caller.owner();
  }
}
