package dev.accepted.http.signin;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** In place of the application: whoever comes is answered at once, too late, or by nobody. */
@WebServlet(
    urlPatterns = {"/answered", "/late", "/silent", SilentServlet.STARTED},
    asyncSupported = true)
public class SilentServlet extends HttpServlet {

  /** Where a server of the tests' is asked whether it has started. */
  static final String STARTED = "/api/problems";

  private static final long serialVersionUID = 1L;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    if (request.getServletPath().equals(STARTED)) {
      return;
    }
    LateRedirect late = LateRedirect.begin(request, response, PATIENCE, "/otherwise");
    switch (request.getServletPath()) {
      case "/answered" -> late.to("/there", "kept=1");
      case "/late" -> request.getAsyncContext().addListener(new Afterwards(late));
      default -> {
        // nobody answers
      }
    }
  }

  /** Answers when the time is over. */
  private record Afterwards(LateRedirect late) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
      late.to("/there", "kept=1");
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      late.to("/there", "kept=1");
    }

    @Override
    public void onError(AsyncEvent event) {
      late.to("/there", "kept=1");
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      throw new IllegalStateException("it is begun once");
    }
  }
}
