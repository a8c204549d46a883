package dev.accepted.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What JAX-RS can't read, it doesn't get to see. */
class ReadableHeadersTest {

  @Test
  void aContentTypeWithNothingInItIsNone() {
    assertThat(ReadableHeaders.of(request("")).getContentType()).isNull();
    assertThat(ReadableHeaders.of(request("text/csv")).getContentType()).isEqualTo("text/csv");
  }

  private static HttpServletRequest request(String contentType) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ReadableHeadersTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getContentType" -> contentType;
                  case "getHeaders" ->
                      Collections.enumeration(
                          "content-type".equalsIgnoreCase((String) arguments[0])
                              ? List.of(contentType)
                              : List.of());
                  default -> throw new UnsupportedOperationException(method.toString());
                });
  }
}
