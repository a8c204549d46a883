package dev.accepted.http.body;

import dev.accepted.config.BodySettings;
import dev.accepted.config.Settings;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemDocument;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.wire.PublicUrls;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;

/**
 * Lets a request with a body through when its thread has something to read: short bodies when they
 * are all there, longer ones, and those of unknown length, a few at a time. Behind the filters that
 * answer without a look at the body; web.xml says so. A request that has waited comes by again, by
 * a dispatch of its own. On Undertow; Grizzly, of Payara, lost some bodies that were gathered so,
 * and there nothing of this happens.
 */
public class BodyFilter implements Filter {

  /** In bytes: what is longer isn't kept in memory. */
  static final int SHORT = 64 << 10;

  private static final String GATHERED = Gathering.class.getName();
  private static final String IN_LINE = WaitingUpload.class.getName();
  private static final int COME_AGAIN_SECONDS = 5;

  @Inject private Settings settings;
  @Inject private Clock clock;
  @Inject private UploadLine line;
  @Inject private PublicUrls publicUrls;

  @Override
  public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) asked;
    if (request.getAttribute(GATHERED) instanceof Gathering gathered) {
      request.removeAttribute(GATHERED);
      BodyToCome.leave(request, () -> true);
      chain.doFilter(new BodyRequest(request, new BytesInput(gathered.bytes())), answer);
    } else if (request.getAttribute(IN_LINE) instanceof WaitingUpload upload) {
      request.removeAttribute(IN_LINE);
      if (upload.isRefused()) {
        answer(request, answer, tooMany());
      } else {
        read(request, answer, chain);
      }
    } else if (!BodyToCome.isAnnounced(request) || !Undertow.serves(request.getServletContext())) {
      chain.doFilter(request, answer);
    } else if (isLong(request)) {
      letIn(request, answer, chain);
    } else if (request.getInputStream().available() >= request.getContentLength()) {
      BodyToCome.leave(request, () -> true);
      chain.doFilter(request, answer);
    } else {
      gather(request, answer);
    }
  }

  private static boolean isLong(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    return length < 0 || length > SHORT || request.getHeader("Transfer-Encoding") != null;
  }

  private void gather(HttpServletRequest request, ServletResponse answer) throws IOException {
    ServletInputStream body = request.getInputStream();
    AsyncContext context = start(request, answer);
    Gathering gathering =
        new Gathering(
            context,
            body,
            request.getContentLength(),
            () -> refuse(context, PacedInput.tooSlow(bodies().time())));
    request.setAttribute(GATHERED, gathering);
    context.addListener(gathering);
    body.setReadListener(gathering);
  }

  private void letIn(HttpServletRequest request, ServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    if (line.take()) {
      read(request, answer, chain);
    } else if (line.isFull()) {
      answer(request, answer, tooMany());
    } else {
      AsyncContext context = start(request, answer);
      WaitingUpload upload = new WaitingUpload(context, line);
      request.setAttribute(IN_LINE, upload);
      context.addListener(upload);
      line.join(upload);
    }
  }

  /** Reads a body that has a place. */
  private void read(HttpServletRequest request, ServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    try {
      PacedInput body =
          new PacedInput(
              request.getInputStream(), request.getContentLengthLong(), clock, bodies().time());
      BodyToCome.leave(request, body);
      chain.doFilter(new BodyRequest(request, body), answer);
    } finally {
      line.giveBack();
    }
  }

  private AsyncContext start(HttpServletRequest request, ServletResponse answer) {
    AsyncContext context = request.startAsync(request, answer);
    context.setTimeout(bodies().time().toMillis());
    return context;
  }

  /**
   * Nothing more is read: its client doesn't send, or sends for ever. Undertow breaks the
   * connection of a request that was answered and not completed when its time was over; if it were
   * completed, Undertow would wait for the rest.
   */
  private void refuse(AsyncContext context, Problem problem) throws IOException {
    answer((HttpServletRequest) context.getRequest(), context.getResponse(), problem);
    context.getResponse().flushBuffer();
  }

  private void answer(HttpServletRequest request, ServletResponse answer, Problem problem)
      throws IOException {
    StringBuffer url = Objects.requireNonNull(request.getRequestURL());
    ProblemDocument.answer(problem, publicUrls.seenBy(url), request, (HttpServletResponse) answer);
  }

  private static Problem tooMany() {
    return Problem.later(
            ProblemType.TOO_MANY_BODIES,
            "Other uploads are still being received; this one was not read.",
            COME_AGAIN_SECONDS)
        .header("Connection", "close");
  }

  private BodySettings bodies() {
    return settings.bodies();
  }
}
