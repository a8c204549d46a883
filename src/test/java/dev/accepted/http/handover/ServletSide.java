package dev.accepted.http.handover;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server's side of one request: just what is used of it, and as a test wants it to be. */
final class ServletSide {

  private final Map<Object, Object> attributes = new HashMap<>();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private @Nullable WriteListener listener;
  private boolean ready = true;
  private boolean broken;
  private boolean committed;
  private int status = 200;
  private int completions;
  private int writes;

  private final ServletOutputStream out =
      new ServletOutputStream() {
        @Override
        public void write(int one) throws IOException {
          if (broken) {
            throw new IOException("broken pipe");
          }
          written.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          super.write(bytes, offset, length);
          writes++;
        }

        @Override
        public boolean isReady() {
          return ready;
        }

        @Override
        public void setWriteListener(WriteListener set) {
          listener = set;
        }
      };

  private final AsyncContext context =
      of(
          AsyncContext.class,
          (self, method, arguments) -> {
            if (method.getName().equals("complete")) {
              completions++;
            }
            return null;
          });

  HttpServletRequest request() {
    return of(
        HttpServletRequest.class,
        (self, method, arguments) ->
            switch (method.getName()) {
              case "getAttribute" -> attributes.get(arguments[0]);
              case "setAttribute" -> attributes.put(arguments[0], arguments[1]);
              case "startAsync" -> context;
              default -> throw new UnsupportedOperationException(method.toString());
            });
  }

  HttpServletResponse response() {
    return of(
        HttpServletResponse.class,
        (self, method, arguments) ->
            switch (method.getName()) {
              case "getOutputStream" -> out;
              case "isCommitted" -> committed;
              case "getStatus" -> status;
              case "setBufferSize" -> null;
              default -> throw new UnsupportedOperationException(method.toString());
            });
  }

  private static <T> T of(Class<T> type, InvocationHandler answers) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
  }

  /** From now on the answer is on its way. */
  void commit() {
    committed = true;
  }

  void status(int code) {
    status = code;
  }

  /** Whether the connection takes anything. */
  void ready(boolean takes) {
    ready = takes;
  }

  /** From now on each write fails. */
  void breakOff() {
    broken = true;
  }

  Optional<WriteListener> listener() {
    return Optional.ofNullable(listener);
  }

  String written() {
    return written.toString(StandardCharsets.US_ASCII);
  }

  /** How often more than a byte was written. */
  int writes() {
    return writes;
  }

  int completions() {
    return completions;
  }
}
