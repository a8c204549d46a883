package dev.accepted.http.body;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body is read from elsewhere than from its connection. */
final class BodyRequest extends HttpServletRequestWrapper {

  private final ServletInputStream body;

  BodyRequest(HttpServletRequest request, ServletInputStream body) {
    super(request);
    this.body = body;
  }

  @Override
  public ServletInputStream getInputStream() {
    return body;
  }

  /** What is text here is UTF-8. */
  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }
}
