package dev.accepted.web;

import dev.accepted.server.Deployed;

/** Where nobody signs in. */
@Deployed
class SnippetsIT extends SnippetsContract {

  @Override
  protected String server() {
    return System.getProperty("accepted.url", "http://127.0.0.1:8080");
  }

  @Override
  protected String token() {
    return "";
  }
}
