package dev.accepted.http.faulty;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.List;

/** An answer that never gets some headers. */
final class UnsaidHeaders extends HttpServletResponseWrapper {

  private final List<String> unsaid;

  UnsaidHeaders(HttpServletResponse answer, List<String> unsaid) {
    super(answer);
    this.unsaid = unsaid;
  }

  private boolean isSaid(String name) {
    return unsaid.stream().noneMatch(name::equalsIgnoreCase);
  }

  @Override
  public void setHeader(String name, String value) {
    if (isSaid(name)) {
      super.setHeader(name, value);
    }
  }

  @Override
  public void addHeader(String name, String value) {
    if (isSaid(name)) {
      super.addHeader(name, value);
    }
  }

  @Override
  public void setContentType(String type) {
    if (isSaid("Content-Type")) {
      super.setContentType(type);
    }
  }
}
