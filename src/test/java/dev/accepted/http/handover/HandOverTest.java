package dev.accepted.http.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was left with a request is begun or dropped, however the request ends. */
class HandOverTest {

  private final ServletSide server = new ServletSide();
  private final List<String> seen = new ArrayList<>();

  private final StreamedAnswer left =
      new StreamedAnswer() {
        @Override
        public void begin(Outlet out) {
          seen.add("begun");
        }

        @Override
        public void drop() {
          seen.add("dropped");
        }
      };

  @Test
  void whatIsLeftIsBegun() throws Exception {
    answer((request, response) -> left.leaveWith(request));
    assertThat(seen).containsExactly("begun");
    assertThat(server.listener()).isPresent();
    assertThat(server.completions()).isZero();
  }

  @Test
  void anAnswerThatWasSentHasNothingGoOn() throws Exception {
    answer(
        (request, response) -> {
          left.leaveWith(request);
          server.commit();
        });
    assertThat(seen).containsExactly("dropped");
  }

  @Test
  void anErrorHasNothingGoOn() throws Exception {
    answer(
        (request, response) -> {
          left.leaveWith(request);
          server.status(500);
        });
    assertThat(seen).containsExactly("dropped");
    assertThat(server.listener()).isEmpty();
  }

  @Test
  void aRequestThatFailsHasNothingGoOn() {
    assertThatThrownBy(
            () ->
                answer(
                    (request, response) -> {
                      left.leaveWith(request);
                      throw new IOException("failed after it was left");
                    }))
        .hasMessage("failed after it was left");
    assertThat(seen).containsExactly("dropped");
  }

  @Test
  void whatCannotBeBegunIsOver() {
    StreamedAnswer broken =
        new StreamedAnswer() {
          @Override
          public void begin(Outlet out) {
            out.whenClosed(() -> seen.add("closed"));
            throw new IllegalStateException("can't begin");
          }

          @Override
          public void drop() {
            seen.add("dropped");
          }
        };
    assertThatThrownBy(() -> answer((request, response) -> broken.leaveWith(request)))
        .hasMessage("can't begin");
    assertThat(seen).containsExactly("closed", "dropped");
    assertThat(server.completions()).isOne();
  }

  @Test
  void whereNothingIsLeftNothingHappens() throws Exception {
    answer((request, response) -> {});
    assertThat(seen).isEmpty();
    assertThat(server.listener()).isEmpty();
  }

  @Test
  void anAnswerThatNobodyTakesIsNoFault() throws Exception {
    server.breakOff();
    answer(
        (request, response) -> {
          left.leaveWith(request);
          response.getOutputStream().write('x');
          response.getOutputStream().flush();
          response.getOutputStream().close();
          seen.add("written");
          server.status(404);
        });
    assertThat(seen).containsExactly("written", "dropped");
  }

  @Test
  void whoGoesOnWritingIsStoppedAndThatIsAll() throws Exception {
    server.breakOff();
    answer(
        (request, response) -> {
          response.getOutputStream().write('x');
          try {
            response.getOutputStream().write('y');
            seen.add("went on");
          } catch (IOException gone) {
            throw new IllegalStateException("wrapped", new ServletException(gone));
          }
        });
    assertThat(seen).isEmpty();
  }

  @Test
  void whatElseFailsWhenTheClientIsGoneIsStillThrown() {
    server.breakOff();
    assertThatThrownBy(
            () ->
                answer(
                    (request, response) -> {
                      response.getOutputStream().write('x');
                      throw new IllegalStateException("a bug", new IOException("of another file"));
                    }))
        .hasMessage("a bug");
  }

  @Test
  void whoWritesAfterClosingIsTold() {
    assertThatThrownBy(
            () ->
                answer(
                    (request, response) -> {
                      response.getOutputStream().close();
                      server.breakOff();
                      response.getOutputStream().write('x');
                    }))
        .hasMessage("broken pipe");
  }

  private void answer(FilterChain application) throws Exception {
    new HandOver().doFilter(server.request(), server.response(), application);
  }
}
