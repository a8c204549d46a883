package dev.accepted.http.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

/** One answer, whoever is first; and one for certain. */
class LateRedirectTest {

  private static final int ROUNDS = 500;
  private static final List<String> TOLD = List.of("setHeader", "addHeader", "complete");

  /** What the server was told, in order. */
  private final List<String> told = new CopyOnWriteArrayList<>();

  private final List<AsyncListener> listeners = new CopyOnWriteArrayList<>();
  private String failing = "";

  private final AsyncContext context = of(AsyncContext.class, this::tell);
  private final LateRedirect late =
      LateRedirect.begin(
          of(HttpServletRequest.class, (self, method, arguments) -> context),
          of(HttpServletResponse.class, this::tell),
          Duration.ofSeconds(30),
          "/otherwise");

  private Object tell(Object self, java.lang.reflect.Method method, Object[] arguments) {
    if (method.getName().equals("addListener")) {
      listeners.add((AsyncListener) arguments[0]);
      return null;
    }
    if (method.getName().equals(failing)) {
      throw new IllegalStateException(failing);
    }
    if (TOLD.contains(method.getName())) {
      told.add(arguments == null ? method.getName() : String.valueOf(arguments[1]));
    }
    return null;
  }

  private static <T> T of(Class<T> type, InvocationHandler answers) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
  }

  private void timeIsOver() throws Exception {
    listeners.get(0).onTimeout(new AsyncEvent(context));
  }

  @Test
  void whatComesLaterIsNotTold() throws Exception {
    late.to("/there", "kept=1");
    timeIsOver();
    late.to("/elsewhere");

    assertThat(told).containsExactly("/there", "kept=1", "complete");
  }

  @Test
  void timeIsOneOfThoseWhoMayBeFirst() throws Exception {
    timeIsOver();
    late.to("/there", "kept=1");

    assertThat(told).containsExactly("/otherwise", "complete");
  }

  @Test
  void aBrokenConnectionIsCompletedToo() throws Exception {
    listeners.get(0).onError(new AsyncEvent(context, new IllegalStateException("broken")));

    assertThat(told).containsExactly("/otherwise", "complete");
  }

  @Test
  void anAnswerThatCannotBeGivenIsCompletedAllTheSame() {
    failing = "setHeader";

    assertThatThrownBy(() -> late.to("/there")).hasMessage("setHeader");
    assertThat(told).containsExactly("complete");
  }

  @Test
  void nobodyFailsForWhoHasGone() {
    failing = "complete";

    late.to("/there");

    assertThat(told).containsExactly("/there");
  }

  @Test
  void ofTwoAtOnceOneIsFirst() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      LateRedirectTest round = new LateRedirectTest();
      CyclicBarrier together = new CyclicBarrier(2);
      Thread other =
          new Thread(
              () -> {
                meet(together);
                round.late.to("/there", "kept=1");
              });
      other.start();
      meet(together);
      round.timeIsOver();
      other.join();

      assertThat(round.told)
          .isIn(List.of("/there", "kept=1", "complete"), List.of("/otherwise", "complete"));
    }
  }

  private static void meet(CyclicBarrier together) {
    try {
      together.await();
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }
}
