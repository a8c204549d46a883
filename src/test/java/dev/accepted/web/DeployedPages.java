package dev.accepted.web;

import dev.accepted.server.Deployed;

/** The pages of the server that all tests share. */
@Deployed
abstract class DeployedPages extends Browsing {

  @Override
  protected String server() {
    return System.getProperty("accepted.url", "http://127.0.0.1:8080");
  }
}
