package dev.accepted.webhooks;

import java.net.UnknownHostException;

/** Nobody has said in time where a host is. */
final class LookupTimedOut extends UnknownHostException {

  private static final long serialVersionUID = 1;

  LookupTimedOut(String host) {
    super(host);
  }
}
