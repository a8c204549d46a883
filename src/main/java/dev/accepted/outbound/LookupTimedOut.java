package dev.accepted.outbound;

import java.net.UnknownHostException;

/** Nobody has said in time where a host is. */
public final class LookupTimedOut extends UnknownHostException {

  private static final long serialVersionUID = 1;

  public LookupTimedOut(String host) {
    super(host);
  }
}
